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

  // A part of the menu that is open closes when something else is wanted.
  function closeMenu(but) {
    document.querySelectorAll('.area details[open]').forEach(function (menu) {
      if (menu !== but) {
        menu.open = false;
      }
    });
  }

  document.addEventListener('click', function (event) {
    closeMenu(event.target.closest('.area details'));
  });

  document.addEventListener('keydown', function (event) {
    var menu = event.key === 'Escape' && event.target.closest('.area details[open]');
    if (menu) {
      closeMenu(null);
      menu.querySelector('summary').focus();
    }
  });

  // A form that came back with its faults is the answer to a post; as a page of its own address, Back and reload send
  // nothing a second time.
  var again = document.querySelector('[data-again]');
  if (again) {
    window.history.replaceState(null, '', again.getAttribute('data-again'));
  }

  function changed(field) {
    if (field.tagName !== 'SELECT') {
      return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
    }
    var chosen = Array.from(field.options).findIndex(function (option) { return option.defaultSelected; });
    return field.selectedIndex !== Math.max(chosen, 0);
  }

  // Another language is another page: what was typed into this one, or carried along by it, would be gone.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-ask]');
    if (!link) {
      return;
    }
    var fields = document.querySelectorAll('main form.form :is(input, textarea, select):not([type=hidden])');
    var typed = document.querySelector('main [data-again], main [data-carried]') || Array.from(fields).some(changed);
    if (typed && !window.confirm(link.getAttribute('data-ask'))) {
      event.preventDefault();
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
