/* Adds a row where the button stands. Without it the button asks the server, which sends the form back with more. */
const numbered = (template, index) =>
    template.innerHTML.replaceAll("__prefix__", index).replaceAll("__number__", index + 1);

for (const button of document.querySelectorAll("[data-more]")) {
    button.addEventListener("click", (event) => {
        const post = button.closest("[data-post]");
        const total = post.querySelector("[name$='-TOTAL_FORMS']");
        const most = Number(post.querySelector("[name$='-MAX_NUM_FORMS']").value);
        const index = Number(total.value);
        event.preventDefault();
        if (index >= most) return;
        const rows = post.querySelector("[data-rows]");
        rows.insertAdjacentHTML("beforeend", numbered(post.querySelector("[data-empty]"), index));
        total.value = index + 1;
        rows.lastElementChild.querySelector("select").focus();
        button.hidden = index + 1 >= most;
    });
}
