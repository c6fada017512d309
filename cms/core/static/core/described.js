/* A picture that is neither described nor mere decoration is not sent: the answer would come back without the file, and
   a photo taken straight with a phone's camera exists nowhere else. The server asks again.

   Forms in the chooser come later than this script, so it listens where all events pass, and before Wagtail's own. */

(() => {
    "use strict";

    const described = (form) => form?.querySelector("[data-undescribed]");
    const mark = (form) => form.querySelector("input[name$=is_decorative]");
    const isMissing = (field) => !field.value.trim() && !mark(field.form)?.checked;

    function ids(field, change) {
        const all = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
        change(all);
        field.setAttribute("aria-describedby", [...all].join(" "));
    }

    function icon() {
        const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        drawing.classList.add("icon", "icon-warning", "w-field__errors-icon");
        drawing.setAttribute("aria-hidden", "true");
        drawing.appendChild(document.createElementNS(drawing.namespaceURI, "use")).setAttribute("href", "#icon-warning");
        return drawing;
    }

    function complain(field) {
        const words = document.createElement("p");
        words.className = "error-message";
        words.id = `${field.id}-undescribed`;
        words.textContent = field.dataset.undescribed;
        const around = field.closest("[data-field]");
        around.classList.add("w-field--error");
        around.querySelector("[data-field-errors]").replaceChildren(icon(), words);
        field.setAttribute("aria-invalid", "true");
        ids(field, (all) => all.add(words.id));
        field.focus();
    }

    function forgive(field) {
        const around = field.closest("[data-field]");
        around.classList.remove("w-field--error");
        around.querySelector("[data-field-errors]").replaceChildren();
        field.removeAttribute("aria-invalid");
        ids(field, (all) => all.delete(`${field.id}-undescribed`));
    }

    /* Wagtail's button says "Laddar upp …" from the tap on, and does so before the form is sent. */
    const rest = (form) => setTimeout(() => {
        for (const button of form.querySelectorAll("[data-w-progress-loading-value=true]"))
            button.dataset.wProgressLoadingValue = "false";
    });

    addEventListener(
        "submit",
        (event) => {
            const field = described(event.target);
            if (!field || !isMissing(field)) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            complain(field);
            rest(event.target);
        },
        true,
    );

    addEventListener("input", ({ target }) => {
        const field = described(target.form);
        if (!field || (target !== field && target !== mark(target.form))) return;
        field.setAttribute("aria-required", String(!mark(target.form)?.checked));
        if (field.getAttribute("aria-invalid") && !isMissing(field)) forgive(field);
    });
})();
