// Draws the table of a chart's page as a picture. Without it the table says the same.
(function () {
  'use strict';

  var place = document.querySelector('[data-chart]');
  var table = place && document.getElementById(place.getAttribute('data-chart'));
  if (!table || !window.echarts) {
    return;
  }
  var rows = Array.prototype.slice.call(table.querySelectorAll('tbody tr'), 0, 60);
  if (rows.length === 0) {
    return;
  }
  var column = place.getAttribute('data-column');
  var across = place.getAttribute('data-across') === 'true';
  var names = rows.map(function (row) { return row.getAttribute('data-name'); });
  var values = rows.map(function (row) { return Number(row.getAttribute('data-' + column)); });
  var green = '#1f5f4a';
  var ink = '#26322d';

  function draw() {
    place.classList.add('chart-drawn');
    place.classList.toggle('chart-tall', across && rows.length > 12);
    var chart = window.echarts.init(place, null, { renderer: 'canvas' });
    var label = { color: ink, fontSize: 14 };
    var category = { type: 'category', data: names, axisLabel: label, axisTick: { show: false } };
    var value = { type: 'value', axisLabel: label, splitLine: { lineStyle: { color: '#d5dcd8' } } };
    chart.setOption({
      animation: false,
      grid: { left: 12, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      xAxis: across ? value : category,
      yAxis: across ? Object.assign(category, { inverse: true }) : value,
      series: [{ type: 'bar', data: values, itemStyle: { color: green }, barMaxWidth: 36 }]
    });
    window.addEventListener('resize', function () { chart.resize(); });
  }

  draw();
})();
