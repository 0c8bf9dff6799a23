// From right to left, Django places a calendar by the distance from the wrong edge: here it is
// put before the button that opened it. Below 768 pixels its stylesheet centres it all the same.

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("[id^=calendarlink], [id^=clocklink]");
    if (!button || getComputedStyle(document.body).direction !== "rtl") return;
    requestAnimationFrame(() => {
      const box = document.querySelector("dialog:is(.calendarbox, .clockbox)[open]");
      if (!box) return;
      const start = button.getBoundingClientRect().left + window.scrollX;
      box.style.right = "auto";
      box.style.left = `${Math.max(0, start - box.offsetWidth)}px`;
    });
  },
  true,
);
