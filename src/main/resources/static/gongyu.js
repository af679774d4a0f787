// What pages do beyond plain links and forms. Every page works without it.
(() => {
  const words = document.body.dataset;

  // A countdown: says the time left each second, and to screen readers each minute, in the last minute every ten seconds.
  document.querySelectorAll('[data-until]').forEach((clock) => {
    const until = Number(clock.dataset.until);
    const skew = Number(clock.dataset.now) - Date.now();
    const spoken = document.querySelector('[data-spoken]');
    let said = -1;
    const tick = () => {
      const left = Math.max(0, Math.round((until - Date.now() - skew) / 1000));
      const text = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
      clock.textContent = text;
      const step = left > 60 ? Math.ceil(left / 60) : left > 0 ? 100 + Math.ceil(left / 10) : 0;
      if (spoken && step !== said) {
        said = step;
        spoken.textContent = clock.dataset.words.replace('{0}', text);
      }
      if (left === 0) {
        window.location.reload();
        return;
      }
      window.setTimeout(tick, 1000);
    };
    if (until > Number(clock.dataset.now)) tick();
  });

  // Seats left, told by the server; one connection a page.
  const feed = document.querySelector('[data-seats-feed]');
  if (feed && window.EventSource) {
    const show = (counts) => {
      const place = document.querySelector(`[data-slot="${counts.slot}"]`);
      const pool = (counts.pools || []).find((each) => each.pool === 'PUBLIC');
      if (!place || !pool) return;
      const left = pool.remaining;
      place.textContent = left === 0 ? words.none : words.left.replace('{0}', left);
      place.className = `seats count ${left === 0 ? 'none' : left <= 5 ? 'few' : 'some'}`;
      const choice = document.querySelector(`input[name="slot"][value="${counts.slot}"]`);
      if (choice) choice.disabled = left === 0;
    };
    const stale = document.querySelector('[data-stale]');
    let heard = new Date();
    let connected = false;
    let pause = 2000;
    const listen = () => {
      const source = new EventSource(feed.dataset.seatsFeed);
      source.addEventListener('open', () => { connected = true; pause = 2000; stale.hidden = true; });
      source.addEventListener('seats', (event) => show(JSON.parse(event.data)));
      // one try at a time, each later than the one before, and not all pages at the same moment
      source.addEventListener('error', () => {
        source.close();
        // what stood here was true for as long as the line did
        if (connected) heard = new Date();
        connected = false;
        stale.textContent = stale.dataset.words.replace('{0}', heard.toLocaleTimeString());
        stale.hidden = false;
        window.setTimeout(listen, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, 60000);
      });
    };
    listen();
  }

  // A release: counts down on the server's clock and opens the choice without a new page, which thousands would ask for at once.
  document.querySelectorAll('[data-opens]').forEach((place) => {
    const until = Number(place.dataset.opens);
    const skew = Number(place.dataset.now) - Date.now();
    const before = place.textContent;
    const tick = () => {
      const left = Math.round((until - Date.now() - skew) / 1000);
      if (left <= 0) {
        place.textContent = place.dataset.open;
        const choice = place.closest('.slot-row').querySelector('input[name="slot"]');
        if (choice) {
          choice.disabled = false;
          place.dataset.slot = choice.value;
        }
        return;
      }
      if (left < 3600) place.textContent = place.dataset.words.replace('{0}', `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`);
      else place.textContent = before;
      window.setTimeout(tick, left < 3660 ? 1000 : 30000);
    };
    tick();
  });

  // Numbers of people by tapping.
  document.querySelectorAll('[data-step]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const field = button.parentElement.querySelector('input');
      field.value = Math.min(Number(field.max), Math.max(Number(field.min), Number(field.value || 0) + Number(button.dataset.step)));
    });
  });

  // Passing a page on: the phone's own way, or the address to paste.
  const copied = (button, text) => navigator.clipboard.writeText(text).then(() => { button.textContent = button.dataset.done; });
  document.querySelectorAll('[data-share]').forEach((button) => {
    if (!navigator.share && !navigator.clipboard) return;
    button.hidden = false;
    const address = document.querySelector('link[rel="canonical"]')?.href || window.location.href;
    button.addEventListener('click', () => (navigator.share
      ? navigator.share({ title: document.title, url: address }).catch(() => {}) : copied(button, address)));
  });
  document.querySelectorAll('[data-copy]').forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', () => copied(button, document.querySelector(button.dataset.copy).value));
  });

  // What is near: the browser's place, rounded to a kilometre, goes along once and is kept nowhere.
  const near = document.querySelector('[data-near]');
  if (near && navigator.geolocation && window.isSecureContext) {
    const field = near.form.elements.near;
    const says = document.querySelector('[data-near-says]');
    const look = (place, words) => {
      field.value = place;
      says.textContent = words;
      near.setAttribute('aria-pressed', String(place !== ''));
      near.form.requestSubmit();
    };
    near.hidden = false;
    near.addEventListener('click', () => {
      if (field.value) {
        look('', '');
        return;
      }
      navigator.geolocation.getCurrentPosition(
        (found) => look(`${found.coords.latitude.toFixed(2)},${found.coords.longitude.toFixed(2)}`, near.dataset.once),
        () => { says.textContent = near.dataset.refused; },
        { timeout: 10000, maximumAge: 600000 },
      );
    });
  }

  document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));

  // Tickets are kept for where there is no network; what is shown without one says so.
  const kept = document.querySelector('[data-tickets]');
  if (kept && navigator.serviceWorker) {
    const path = (each) => new URL(each.href || each.src, window.location.href).pathname;
    navigator.serviceWorker.register('/service-worker.js').then(() => navigator.serviceWorker.ready).then((worker) => worker.active.postMessage({
      all: kept.dataset.tickets === 'all',
      tickets: [...document.querySelectorAll('a[data-ticket]')].map(path).concat(window.location.pathname),
      files: [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src]')].map(path),
    })).catch(() => {});
    const says = document.querySelector('[data-offline]');
    const show = () => { if (says) says.hidden = navigator.onLine; };
    ['online', 'offline'].forEach((change) => window.addEventListener(change, show));
    show();
  }

  // A place in line: asked for again when the server says; when the turn has come the form goes off by itself.
  const line = document.querySelector('form[data-line]');
  if (line) {
    const shown = line.querySelector('[data-place]');
    const spoken = document.querySelector('[data-spoken]');
    let proof = '';
    let working = false;
    let said = 0;
    let waiting = 0;
    const speak = (state) => {
      const now = Date.now();
      if (state === 'WAITING' && now - said < 30000) return;
      said = now;
      spoken.textContent = shown.innerText;
    };
    // so many zero bits in front of the digest: a second of this device for a place in a long line
    const work = async (ticket, bits) => {
      working = true;
      for (let n = 0; !proof && window.crypto.subtle; n += 1) {
        const hash = new DataView(await window.crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${ticket}:${n}`)));
        if (Math.clz32(hash.getUint32(0)) >= bits) proof = `?proof=${n}`;
      }
    };
    // one question at a time: an answer that was overtaken is not heard
    let asked = 0;
    const look = () => {
      asked += 1;
      const mine = asked;
      window.clearTimeout(waiting);
      fetch(`${line.dataset.line}${proof}`, { headers: { Accept: 'text/html' } })
        .then((answer) => {
          if (answer.redirected) window.location.reload();
          return answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer);
        })
        .then((html) => {
          if (mine !== asked) return;
          shown.innerHTML = html;
          step();
        })
        .catch(() => { if (mine === asked) waiting = window.setTimeout(look, 3000 + Math.random() * 4000); });
    };
    const step = () => {
      const place = shown.firstElementChild.dataset;
      speak(place.state);
      if (place.state !== 'WAITING') document.title = shown.querySelector('.h2').textContent;
      if (place.work && !working) work(place.ticket, Number(place.work));
      if (place.state === 'TURN') line.requestSubmit();
      else if (place.again) waiting = window.setTimeout(look, Number(place.again));
    };
    // a page that was behind others has slept
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && shown.firstElementChild.dataset.again) look();
    });
    step();
  }

  // A form is sent once.
  document.querySelectorAll('form[data-once]').forEach((form) => form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  }));
  // A page that the browser shows again from its memory can be sent again.
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-once]').forEach((form) => delete form.dataset.sent));
})();
