/* On a phone dates are filled in with the phone's own calendar and clock, and nothing covers the form unasked.
   Loaded after Wagtail's scripts and before any form's. */

(() => {
    "use strict";

    const phone = matchMedia("(pointer: coarse), (max-width: 49.9375em)").matches;

    /* Wagtail remembers which side panel was open; on a phone it would lie over the whole of the next form. */
    if (phone) {
        try {
            localStorage.removeItem("wagtail:side-panel-open");
        } catch {
            /* Nothing may be stored here, so nothing is remembered. */
        }
    }

    const kind = ({ datepicker = true, timepicker = true }) =>
        datepicker && timepicker ? "datetime-local" : datepicker ? "date" : "time";

    function useOwn(input, options) {
        const value = input.value.trim().replace(" ", "T");
        input.type = kind(options);
        input.value = value;
    }

    /* Wagtail's calendar closes neither with Escape nor for one who has left its field before it had opened: it opens
       a tenth of a second after the field has got the focus, and then lies over the next field. */
    const OPENS_AFTER = 100;

    const hide = (input) => drawn.call(jQuery(input), "hide");

    function closeWithKeys(input) {
        input.addEventListener("blur", () => {
            setTimeout(() => document.activeElement !== input && hide(input), OPENS_AFTER + 20);
        });
    }

    /* The first Escape is for the calendar, the next one for the dialogue in which its field stands, and which listens
       before its fields do. */
    addEventListener(
        "keydown",
        (event) => {
            if (event.key !== "Escape" || !jQuery(event.target).data("xdsoft_datetimepicker")?.is(":visible")) return;
            hide(event.target);
            event.preventDefault();
            event.stopImmediatePropagation();
        },
        true,
    );

    const drawn = jQuery.fn.datetimepicker;

    jQuery.fn.datetimepicker = Object.assign(function datetimepicker(options, ...rest) {
        if (typeof options === "string") return drawn.call(this, options, ...rest);
        if (phone) return this.each((_, input) => useOwn(input, options ?? {}));
        this.each((_, input) => closeWithKeys(input));
        return drawn.call(this, options, ...rest);
    }, drawn);
})();
