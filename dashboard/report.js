/* Draws the pictures of a frozen page.  The data stand in the page as JSON; nothing is fetched. */
(function () {
  "use strict";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function ink() { return dark.matches ? "#e6e6e6" : "#222222"; }
  function draw() {
    document.querySelectorAll("script[data-figure]").forEach(function (data) {
      var figure = JSON.parse(data.textContent);
      var place = document.getElementById(data.getAttribute("data-figure"));
      figure.layout.font = { color: ink(), size: 13, family: "system-ui, sans-serif" };
      window.Plotly.react(place, figure.data, figure.layout, { displayModeBar: false, responsive: true });
      if (place.dataset.ready) { return; }
      place.dataset.ready = "1";
      place.on("plotly_click", function (event) {
        var to = event.points[0] && event.points[0].customdata;
        if (to) { window.location.hash = "w-" + place.dataset.prefix + (Array.isArray(to) ? to[0] : to); }
      });
    });
  }
  dark.addEventListener("change", draw);
  draw();
})();
