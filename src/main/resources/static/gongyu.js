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
    const source = new EventSource(feed.dataset.seatsFeed);
    source.addEventListener('seats', (event) => show(JSON.parse(event.data)));
  }

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

  // A form is sent once.
  document.querySelectorAll('form[data-once]').forEach((form) => form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  }));
  // A page that the browser shows again from its memory can be sent again.
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-once]').forEach((form) => delete form.dataset.sent));
})();
