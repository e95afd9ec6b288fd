// Says in words when the page could not refresh itself, and takes it back when it could.
document.addEventListener('htmx:afterRequest', function (event) {
  'use strict';
  var state = document.getElementById('refresh-state');
  if (!state) {
    return;
  }
  var text = event.detail.successful ? '' : state.getAttribute('data-failed');
  if (state.textContent !== text) {
    state.textContent = text;
  }
});
