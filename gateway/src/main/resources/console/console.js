// Everything works without this; it spares a second look or a second click.
(function () {
  'use strict';

  // Says in words when the page could not refresh itself, and takes it back when it could.
  document.addEventListener('htmx:afterRequest', function (event) {
    var state = document.getElementById('refresh-state');
    if (!state) {
      return;
    }
    var text = event.detail.successful ? '' : state.getAttribute('data-failed');
    if (state.textContent !== text) {
      state.textContent = text;
    }
  });

  // A form under way is not sent again. The server would not do it twice anyway.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) {
      return;
    }
    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
    } else {
      form.setAttribute('aria-busy', 'true');
      // A file to keep leaves the page as it is.
      setTimeout(function () { form.removeAttribute('aria-busy'); }, 8000);
    }
  });

  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[aria-busy]').forEach(function (form) {
      form.removeAttribute('aria-busy');
    });
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });

  // A list that is worked through: j and k move, x ticks, Enter opens. Only while the list has the focus.
  document.addEventListener('keydown', function (event) {
    var row = event.target.closest('[data-keys] tbody tr');
    if (!row || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var to = event.key === 'j' ? row.nextElementSibling : event.key === 'k' ? row.previousElementSibling : null;
    if (to) {
      to.querySelector('th a').focus();
    } else if (event.key === 'x') {
      var tick = row.querySelector('input[type=checkbox]');
      if (tick) {
        tick.checked = !tick.checked;
      }
    } else if (event.key === 'Enter' && event.target.type === 'checkbox') {
      row.querySelector('th a').click();
    } else {
      return;
    }
    event.preventDefault();
  });

  // A file that is too large is said to be so before it is sent.
  document.addEventListener('change', function (event) {
    var most = Number(event.target.getAttribute('data-most-bytes'));
    if (most && event.target.files) {
      var large = event.target.files.length > 0 && event.target.files[0].size > most;
      event.target.setCustomValidity(large ? event.target.getAttribute('data-too-large') : '');
      if (large) {
        event.target.reportValidity();
        event.target.value = '';
      }
    }
  });
})();
