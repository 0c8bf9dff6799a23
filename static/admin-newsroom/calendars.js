// From right to left, Django places a calendar by the distance from the wrong edge: here it is
// put before the button that opened it. From left to right, one beside the edge of the window is
// drawn back into it. Below 768 pixels its stylesheet centres it all the same.

const MARGIN = 8;

function place(button, box) {
  const { left } = button.getBoundingClientRect();
  const isRtl = getComputedStyle(document.body).direction === "rtl";
  const start = isRtl ? left - box.offsetWidth : box.getBoundingClientRect().left;
  const last = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
  box.style.right = "auto";
  box.style.left = `${Math.max(0, Math.min(start, last)) + window.scrollX}px`;
}

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("[id^=calendarlink], [id^=clocklink]");
    if (!button) return;
    requestAnimationFrame(() => {
      const box = document.querySelector("dialog:is(.calendarbox, .clockbox)[open]");
      if (box) place(button, box);
    });
  },
  true,
);
