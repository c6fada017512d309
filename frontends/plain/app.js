/**
 * Grenverk's plain front end: shows any site from the API, without a framework or a build step.
 *
 * Read from the bottom: `start` reads grenverk.json, `draw` turns the address into a view and puts it on the page.
 * In between, one function builds one thing: a link, an image, a block, a card, a page, the frame around it.
 */

const main = document.getElementById("gv-main");
const header = document.getElementById("gv-header");
const footer = document.getElementById("gv-footer");
const announcer = document.getElementById("gv-announce");

const DEFAULT_THEME = { primary: "#b3121d", accent: "#ffd23f", background: "#fffaf7" };
const NO_FRAME = { name: "", language: "sv", languages: [], theme: DEFAULT_THEME, navigation: { header: [], footer: [] } };
const TIMEOUT = 20_000;

let config = { api: "", site: null };
let frame = null; // the frame of the last answer, kept for pages that come without one
let drawing = null; // the AbortController of the drawing under way

// ---------------------------------------------------------------- elements

/** Build an element; attributes that are null or false and children that are empty are left out. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

const hidden = (...children) => h("span", { class: "visually-hidden" }, ...children);
const lines = (text) => String(text).split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));

/** Say something to screen readers; emptied first, so that the same words are said twice. */
function announce(text) {
  announcer.textContent = "";
  setTimeout(() => { announcer.textContent = text; }, 100);
}

/** "1 maj 2026", in the site's own time zone. */
function date(value) {
  if (!value) return null;
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: frame?.time_zone || "Europe/Stockholm" });
  return h("time", { datetime: value }, format.format(new Date(value)));
}

// ---------------------------------------------------------------- the API

/** An answer other than 2xx; status 0 stands for no answer at all. */
class Problem extends Error {
  constructor(status) {
    super(`The API answered ${status}`);
    this.status = status;
  }
}

/** Read one API address; nothing outside the API is ever asked. */
async function get(path, signal = null) {
  const url = new URL(path, config.api);
  if (url.origin !== new URL(config.api).origin) throw new Problem(0);
  const timeout = AbortSignal.timeout(TIMEOUT);
  let response;
  try {
    // "no-cache" asks the server each time (304 if nothing changed): the API lets caches show stale answers for a while,
    // and a browser would do so even after a reload.
    response = await fetch(url, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout, credentials: "omit", cache: "no-cache" });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0);
  }
  if (!response.ok) throw new Problem(response.status);
  return response.json();
}

const sitePath = (rest) => `sites/${encodeURIComponent(config.site)}/${rest}`;

// ---------------------------------------------------------------- links

const inside = (path) => ({ kind: "page", site: config.site, path, url: path, available: true });
const outside = (url) => ({ kind: "external", url, available: Boolean(url) });

/** The address, or null for a scheme that no link may have. */
function safeUrl(url) {
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(url, location.origin).protocol) ? url : null;
  } catch {
    return null;
  }
}

/** An anchor for a Link, or null when its target is not public. Pages of this site are marked for the router. */
function anchor(link, attributes, ...children) {
  if (!link?.available) return null;
  const own = link.kind === "page" && link.site === config.site;
  const href = own ? link.path : safeUrl(link.url);
  if (!href) return null;
  return h("a", { ...attributes, href, "data-site": own ? link.site : null, "data-path": own ? link.path : null }, ...children);
}

/** On a narrow screen a long address is broken before the @. */
const mailLink = (email) => anchor(outside(`mailto:${email}`), {}, email.split(/(?=@)/).flatMap((part, index) => (index ? [h("wbr"), part] : part)));
const phoneLink = (phone) => anchor(outside(`tel:${phone.replace(/[^+\d]/g, "")}`), {}, phone);
const arrow = (link) => h("span", { class: "arrow", "aria-hidden": "true" }, link.kind === "external" ? "↗" : "→");

function button({ label, link, style = "primary" }) {
  return anchor(link, { class: `button button-${style}` }, label || link?.title);
}

// ---------------------------------------------------------------- images

const srcset = (renditions) => renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");

/** One <source> a format, best first; the last format stands on the <img> itself. */
function picture(image, { sizes = "100vw", alt = image.alt, decorative = image.decorative, eager = false } = {}) {
  const formats = ["avif", "webp", "jpeg", "png"].map((format) => image.renditions.filter((one) => one.format === format));
  const ladders = formats.filter((ladder) => ladder.length);
  const fallback = ladders.at(-1) || [];
  const img = h("img", {
    src: image.src, srcset: srcset(fallback) || null, sizes, width: image.width, height: image.height,
    alt: decorative ? "" : alt || "", decoding: "async", loading: eager ? "eager" : "lazy", fetchpriority: eager ? "high" : null,
  });
  if (image.focal_point) {
    img.style.objectPosition = `${(image.focal_point.x * 100).toFixed(1)}% ${(image.focal_point.y * 100).toFixed(1)}%`;
  }
  if (image.placeholder?.startsWith("data:image/")) {
    img.style.backgroundImage = `url("${image.placeholder}")`;
    img.addEventListener("load", () => { img.style.backgroundImage = ""; }); // it would show through a transparent logo
  }
  const sources = ladders.slice(0, -1).map((ladder) => h("source", { type: `image/${ladder[0].format}`, srcset: srcset(ladder), sizes }));
  return h("picture", {}, sources, img);
}

/** The picture cut square around its point, where that is made already. */
function squareOf(image) {
  const square = image.crops?.square || [];
  const last = square.filter(({ format }) => format === "jpeg" || format === "png").at(-1);
  return last ? { ...image, renditions: square, src: last.url, width: last.width, height: last.height, focal_point: null } : image;
}

function figure(image, { caption, className, ...options }) {
  const credit = image.credit && h("span", { class: "credit" }, image.credit.includes(":") ? "" : "Foto: ", image.credit);
  const words = (caption || credit) && h("figcaption", {}, caption, caption && credit && " ", credit);
  return h("figure", { class: className }, picture(image, options), words);
}

// ---------------------------------------------------------------- rich text

const RICH_TAGS = new Set("P BR B STRONG I EM S SUB SUP UL OL LI A H2 H3 H4 HR BLOCKQUOTE CODE PRE SPAN".split(" "));
const DROPPED_TAGS = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH TEXTAREA TITLE".split(" "));
const RICH_ATTRIBUTES = new Set(["lang", "dir"]);

/** Copy only what the allowlist knows: foreign tags leave their text, dangerous ones leave nothing. */
function cleanNode(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED_TAGS.has(node.nodeName.toUpperCase())) return [];
  const children = [...node.childNodes].flatMap(cleanNode);
  if (node.nodeName === "A") return [richLink(node, children)];
  if (!RICH_TAGS.has(node.nodeName)) return children;
  const kept = [...node.attributes].filter(({ name }) => RICH_ATTRIBUTES.has(name));
  return [h(node.nodeName, Object.fromEntries(kept.map(({ name, value }) => [name, value])), children)];
}

function richLink(node, children) {
  const { site, path } = node.dataset;
  const link = site === config.site && path ? inside(path) : outside(node.getAttribute("href"));
  return anchor(link, {}, children) || h("span", {}, children);
}

function rich(html, className = "rich") {
  if (!html) return null;
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return h("div", { class: className }, [...parsed.body.childNodes].flatMap(cleanNode));
}

// ---------------------------------------------------------------- blocks

const BLOCKS = {
  heading: ({ text, level, anchor: id }) => h(level === 3 ? "h3" : "h2", { id: id || null }, text),
  paragraph: ({ html }) => rich(html),
  image: ({ image, alt, decorative, caption, size }) => image && figure(image, {
    alt, decorative, caption, className: size === "wide" ? "figure wide" : "figure", sizes: "(min-width: 70rem) 68rem, 100vw",
  }),
  quote: ({ text, attribution, source }) => h("figure", { class: "quote" },
    h("blockquote", {}, h("p", {}, lines(text))),
    (attribution || source) && h("figcaption", {}, attribution, attribution && source && ", ", source && anchor(source, {}, source.title || "källa"))),
  gallery: ({ images }) => images.length > 0 && h("div", { class: "wide" },
    h("ul", { class: "gallery", role: "list" }, images.map(({ image, alt, decorative, caption }) => h("li", {},
      figure(image, { alt, decorative, caption, className: "figure", sizes: "(min-width: 64rem) 24rem, (min-width: 42rem) 50vw, 100vw" }))))),
  accordion: ({ items }) => h("div", { class: "accordion" }, items.map(({ title, html }) => h("details", {},
    h("summary", {}, h("span", {}, title), h("span", { class: "chevron", "aria-hidden": "true" })), rich(html)))),
  embed,
  table,
  contact,
  file: download,
  hero: (value) => heroBanner(value, "h2", "hero hero-block wide"),
  button: (value) => {
    const made = button(value);
    return made && h("p", { class: "buttons" }, made);
  },
  cards: ({ heading, items }) => items.length > 0 && h("section", { class: "wide" },
    heading && h("h2", {}, heading), grid(items.map((item) => promo(item, heading ? "h3" : "h2")), "grid")),
  latest_articles: ({ heading, articles }) => articles.length > 0 && h("section", { class: "wide" },
    h("h2", {}, heading || "Aktuellt"), grid(articles.map((item) => card(item, "h3")), "grid")),
};

/** Headings are marked with their scope; a table wider than the screen scrolls by itself, with the keyboard too. */
function table({ caption, header_row: headerRow, header_column: headerColumn, rows }) {
  const line = (cells, heading) => h("tr", {}, cells.map((text, index) => {
    if (heading) return text ? h("th", { scope: "col" }, text) : h("td");
    return headerColumn && index === 0 && text ? h("th", { scope: "row" }, text) : h("td", {}, text);
  }));
  const made = h("table", {}, caption && h("caption", {}, caption),
    headerRow && h("thead", {}, line(rows[0], true)),
    h("tbody", {}, rows.slice(headerRow ? 1 : 0).map((cells) => line(cells, false))));
  return h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": caption || "Tabell" }, made);
}

/** What it is and how large, as Swedes write it, before the visitor on a slow line taps it. */
function download({ title, url, filename, size }) {
  const kind = filename.split(".").pop().toUpperCase();
  const [unit, amount] = size < 1e6 ? ["kB", Math.max(1, size / 1e3)] : ["MB", size / 1e6];
  const weight = `${amount.toLocaleString("sv-SE", { maximumFractionDigits: amount < 10 && unit === "MB" ? 1 : 0 })} ${unit}`;
  return h("p", { class: "file" }, h("a", { href: url, download: filename },
    h("span", { class: "file-title" }, title), " ", h("span", { class: "file-facts" }, `${kind}, ${weight}`)));
}

const EMBEDS = {
  video: { show: "Visa video", what: "Videon" },
  audio: { show: "Spela upp ljud", what: "Ljudet" },
  map: { show: "Visa karta", what: "Kartan" },
};

/** What others serve. Until the visitor agrees there is our own picture, and nothing is asked of the provider. */
function embed(value) {
  const { kind, provider, title, url, embed_url: player, thumbnail, caption, transcript } = value;
  const words = EMBEDS[kind];
  const source = safeUrl(player) && new URL(player);
  if (!words || source?.protocol !== "https:") return null;
  const agree = h("button", { type: "button", class: "button button-primary" }, `${words.show} från ${provider}`, hidden(`: ${title}`));
  const facade = h("div", { class: "embed-facade" },
    thumbnail && h("div", { class: "embed-picture" }, picture(thumbnail, { decorative: true, sizes: "(min-width: 45rem) 43rem, 100vw" })),
    h("div", { class: "embed-ask" }, h("p", { class: "embed-title" }, title), agree,
      h("p", { class: "embed-note" }, `${words.what} hämtas då från ${source.host}, och ${provider} får veta att du har varit här.`)));
  agree.addEventListener("click", () => {
    const frame = embedFrame(value);
    facade.replaceWith(h("p", { class: "embed-title" }, title), frame);
    frame.focus();
  });
  const parts = [caption, transcript && anchor(transcript, {}, "Läs i stället"), anchor(outside(url), {}, `Öppna hos ${provider}`)];
  return h("figure", { class: `embed embed-${kind}` }, facade,
    h("figcaption", {}, parts.filter(Boolean).map((part) => h("span", {}, part))));
}

/** Scripts of the player's own, and nothing of ours: another origin, no way to the page around it, and no forms. */
function embedFrame({ title, embed_url: src, aspect_ratio: ratio }) {
  return h("iframe", {
    class: ratio ? "embed-frame" : "embed-frame embed-bar", style: ratio ? { "aspect-ratio": String(ratio) } : {}, src, title,
    sandbox: "allow-scripts allow-same-origin allow-popups allow-presentation", allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
    allowfullscreen: true, referrerpolicy: "strict-origin-when-cross-origin",
  });
}

function contact({ heading, name, role, email, phone, address, image }) {
  return h("section", { class: "contact" }, heading && h("h2", {}, heading),
    h("div", { class: "contact-card" },
      image && h("div", { class: "contact-face" }, picture(squareOf(image), { sizes: "7rem" })),
      h("div", { class: "contact-text" }, h("p", { class: "contact-name" }, name), role && h("p", { class: "contact-role" }, role),
        email && h("p", {}, mailLink(email)), phone && h("p", {}, phoneLink(phone)), address && h("p", {}, lines(address)))));
}

/** A type that this script does not know is skipped, so that new blocks never break a page. */
const blocks = (body) => body.map(({ type, value }) => Object.hasOwn(BLOCKS, type) && BLOCKS[type](value));

// ---------------------------------------------------------------- cards

const CARD_SIZES = "(min-width: 64rem) 24rem, (min-width: 42rem) 50vw, 100vw";
const grid = (items, className) => h("ul", { class: className, role: "list" }, items.map((item) => h("li", {}, item)));

/** An article in a list. The whole card is a target for the pointer, its title the one link for everyone else. */
function card(item, level, sizes = CARD_SIZES) {
  return h("article", { class: "card" },
    h("div", { class: item.image ? "card-media" : "card-media card-media-empty" }, item.image && picture(item.image, { sizes })),
    h("div", { class: "card-text" },
      h("p", { class: "meta" }, h("span", { class: "label" }, item.label), date(item.published_at)),
      h(level, { class: "card-title" }, anchor(inside(item.path), { class: "card-link" }, item.title)),
      h("p", { class: "card-lead" }, item.introduction || item.lead),
      item.shared && h("p", { class: "card-source" }, "Från ", item.shared.from.name)));
}

/** A card of "Engagera dig": something to do. */
function promo({ title, text, image, link }, level) {
  const target = anchor(link, { class: "card-link" }, title);
  return h("div", { class: target ? "card promo" : "card promo promo-still" },
    image && h("div", { class: "card-media" }, picture(image, { sizes: CARD_SIZES })),
    h("div", { class: "card-text" },
      h(level, { class: "card-title" }, target || title),
      text && h("p", { class: "card-lead" }, lines(text)),
      target && arrow(link)));
}

/** Article cards with "Visa fler", which follows the envelope's `next`. */
function articleList(list, level) {
  const items = grid(list.results.map((item) => card(item, level)), "grid grid-news");
  const status = h("p", { class: "more-status" });
  const more = h("button", { type: "button", class: "button button-secondary" }, "Visa fler");
  let next = list.next;
  more.addEventListener("click", async () => {
    more.setAttribute("aria-disabled", "true");
    status.textContent = "";
    try {
      const answer = await get(next);
      const added = answer.results.map((item) => h("li", {}, card(item, level)));
      items.append(...added);
      next = answer.next;
      more.hidden = !next;
      added[0]?.querySelector("a")?.focus();
      announce(added.length === 1 ? "En artikel till visas" : `${added.length} artiklar till visas`);
    } catch {
      status.textContent = "Det gick inte att hämta fler artiklar. Försök igen.";
      announce(status.textContent);
    }
    more.removeAttribute("aria-disabled");
  });
  if (!list.results.length) return h("p", { class: "lead" }, "Här finns inga artiklar ännu.");
  return [items, next && h("div", { class: "more" }, more, status)];
}

// ---------------------------------------------------------------- pages

function breadcrumbs(page) {
  if (!page.breadcrumbs.length) return null;
  const links = page.breadcrumbs.map(({ title, path }) => h("li", {}, anchor(inside(path), {}, title)));
  return h("nav", { class: "breadcrumbs", "aria-label": "Brödsmulor" },
    h("ol", { role: "list" }, links, h("li", {}, h("span", { "aria-current": "page" }, page.title))));
}

function byline({ authors, published_at: published, updated_at: updated }) {
  const names = authors.map(({ name, title }) => (title ? `${name}, ${title}` : name)).join(" · ");
  const later = published && updated && new Date(updated) - new Date(published) > 86_400_000;
  return h("p", { class: "byline" },
    names && h("span", {}, "Av ", names),
    published && h("span", {}, date(published)),
    later && h("span", {}, "Uppdaterad ", date(updated)));
}

function sharedFrom({ shared, introduction }) {
  if (!shared && !introduction) return null;
  return h("aside", { class: "note", "aria-label": "Om artikeln" },
    introduction && h("p", {}, lines(introduction)),
    shared && h("p", { class: "note-source" }, "Artikeln kommer från ", anchor(outside(shared.from.url), {}, shared.from.name) || shared.from.name));
}

const correction = (value) => value && h("aside", { class: "note", "aria-label": "Rättelse" },
  h("p", {}, h("strong", {}, "Rättelse "), date(value.at)), h("p", {}, lines(value.text)));

const tags = (page) => page.tags.length > 0 && h("nav", { class: "tags", "aria-label": "Ämnen" },
  h("ul", { role: "list" }, page.tags.map(({ slug, name }) => h("li", {}, anchor(inside(`/?tag=${encodeURIComponent(slug)}`), {}, name)))));

/** "Dela den här sidan": copies the address that a visitor should pass on. */
function share(page) {
  const status = h("span", { class: "share-status", role: "status" });
  const copy = h("button", { type: "button", class: "button button-secondary" }, "Kopiera länk");
  copy.addEventListener("click", async () => {
    status.textContent = (await copyText(page.url)) ? "Länken är kopierad" : `Kopiera adressen själv: ${page.url}`;
  });
  return h("section", { class: "share", "aria-labelledby": "gv-share" },
    h("h2", { id: "gv-share" }, "Dela den här sidan"), h("div", { class: "share-row" }, copy, status));
}

/** Copy with the clipboard, or the old way where a page without TLS may not use it. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h("textarea", { class: "visually-hidden", "aria-hidden": "true", tabindex: "-1" });
    const focused = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return done;
  }
}

/** What every inner page begins with. */
function pageHead(page, ...more) {
  return h("div", { class: "page-head wrap" }, breadcrumbs(page),
    h("p", { class: "label" }, page.label), h("h1", {}, page.title), page.lead && h("p", { class: "lead" }, lines(page.lead)), more);
}

const topImage = (page) => page.image && figure(page.image, {
  className: "top-image wrap", sizes: "(min-width: 72rem) 70rem, 100vw", eager: true,
});

const PAGES = {
  welcome: welcomePage,
  article_index: (page) => [pageHead(page), topImage(page), h("div", { class: "prose wrap" }, blocks(page.body)),
    h("div", { class: "wrap" }, articleList(page.articles, "h2"))],
  organisation: (page) => plainPage(page, page.unit && unit(page.unit), h("div", { class: "prose wrap" }, blocks(page.body_after))),
};

/** A content page, an article, and any type that a later version brings. */
function plainPage(page, ...after) {
  return h("article", { class: `page page-${page.type}` },
    pageHead(page, page.type === "article" && byline(page), sharedFrom(page)),
    topImage(page),
    h("div", { class: "prose wrap" }, correction(page.correction), blocks(page.body)),
    after,
    h("div", { class: "page-end wrap" }, tags(page), share(page)));
}

function welcomePage(page) {
  return [
    heroBanner({ ...page.hero, heading: page.hero.heading || page.title }, "h1", "hero"),
    page.body.length > 0 && h("div", { class: "prose wrap" }, blocks(page.body)),
    page.latest_articles.length > 0 && news(page.latest_articles),
    page.engage.length > 0 && h("section", { class: "engage", "aria-labelledby": "gv-engage" },
      h("div", { class: "wrap" }, h("h2", { id: "gv-engage" }, "Engagera dig"), grid(page.engage.map((item) => promo(item, "h3")), "grid grid-promo"))),
    closing(page.closing, frame.central_site),
  ];
}

/** A large invitation: on top of a welcome page, or in a text. */
function heroBanner({ heading, text, image, buttons }, level, className) {
  const made = buttons.map(button).filter(Boolean);
  return h("div", { class: className }, h("div", { class: image ? "hero-inner wrap" : "hero-inner hero-plain wrap" },
    h("div", { class: "hero-text" }, h(level, {}, heading), rich(text, "rich hero-lead"),
      made.length > 0 && h("div", { class: "buttons" }, made)),
    image && h("div", { class: "hero-media" }, picture(image, { sizes: "(min-width: 60rem) 34rem, 100vw", eager: level === "h1" }))));
}

function news(articles) {
  const index = articles[0].path.replace(/[^/]+\/$/, ""); // an article lives right under its index
  return h("section", { class: "news wrap", "aria-labelledby": "gv-news" },
    h("div", { class: "section-head" }, h("h2", { id: "gv-news" }, "Aktuellt"),
      index !== "/" && anchor(inside(index), { class: "section-link" }, "Alla artiklar ", arrow({}))),
    grid(articles.map((item, number) => card(item, "h3", number ? CARD_SIZES : "(min-width: 64rem) 44rem, 100vw")), "grid grid-news"));
}

function closing(text, central) {
  const way = central?.url && h("p", { class: "central" }, central.text && h("span", {}, central.text), " ",
    anchor(outside(central.url), { class: "button button-secondary" }, central.label));
  return (text || way) && h("section", { class: "closing", "aria-label": "Välkommen" },
    h("div", { class: "wrap" }, text && h("p", { class: "closing-line" }, text), way));
}

// ---------------------------------------------------------------- organisation

const unitLink = (ref) => (ref.site && ref.site.slug === config.site ? anchor(inside("/"), {}, ref.name) : anchor(outside(ref.site?.url), {}, ref.name)) || ref.name;
const delegateCount = (seats) => (seats === 1 ? "1 ombud" : `${seats} ombud`);
const lowerFirst = (words) => words.charAt(0).toLowerCase() + words.slice(1);
const upperFirst = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const listed = (words) => [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" och ");

const DEFINITE = {
  annual_meeting: "årsmötet", members_meeting: "medlemsmötet", board: "styrelsen", district_conference: "distriktsårskonferensen",
  congress: "partikongressen", nominations_committee: "valberedningen", auditors: "revisorerna",
};

/** A body in running text: "årsmötet", or its own name where it has one. */
const theBody = ({ kind, name, label }) => (name === label && DEFINITE[kind]) || lowerFirst(name);

function unit(value) {
  return h("section", { class: "unit wrap", "aria-labelledby": "gv-unit" },
    unitCard(value),
    h("div", { class: "unit-more" }, governing(value.bodies), outsideBodies(value.posts), unitChildren(value.children)));
}

const AREAS = { "se-kommun": ["Kommun", "Kommuner"], "se-lan": ["Län", "Län"], stadsdel: ["Stadsdel", "Stadsdelar"] };

/** A row for each kind of area that the unit works in. */
const areaRows = (areas) => Object.entries(AREAS).map(([scheme, [one, several]]) => {
  const names = areas.filter((area) => area.scheme === scheme).map(({ name, partial }) => (partial ? `en del av ${name}` : name));
  return [names.length === 1 ? one : several, listed(names)];
});

function unitCard(value) {
  const { email, phone, address, website } = value.contact || {};
  const rows = [
    ["Del av", value.ancestors.flatMap((ref, index) => [index > 0 && ", ", unitLink(ref)])],
    ...areaRows(value.areas),
    ["E-post", email && mailLink(email)],
    ["Telefon", phone && phoneLink(phone)],
    ["Adress", address && lines(address)],
    ["Webbplats", website && anchor(outside(website), {}, website.replace(/^https?:\/\/|\/$/g, ""))],
    ["Styrelse", value.has_board === false && "Saknar styrelse just nu"],
    ["Bildad", date(value.founding_date)],
    ["Ombud", value.delegates.map(({ seats, body, unit: ref }) => h("div", {}, `${delegateCount(seats)} till ${theBody(body)}, ${ref.name}`))],
  ].filter(([, content]) => content && content.length !== 0);
  return h("div", { class: "unit-card" }, h("p", { class: "label" }, value.label), h("h2", { id: "gv-unit" }, value.name),
    h("dl", {}, rows.map(([term, content]) => h("div", {}, h("dt", {}, term), h("dd", {}, content)))));
}

/** Every body, the highest first: when it meets, whom it elects and who elects it, who sits on it, who sends delegates. */
function governing(bodies) {
  if (!bodies.length) return null;
  return h("section", { class: "unit-organs" }, h("h2", {}, "Så bestämmer vi"), bodies.map((body) => {
    const electing = bodies.filter(({ elects }) => elects.some(({ id }) => id === body.id)).map(theBody);
    const elected = body.elects.map(theBody);
    const facts = [
      [body.meets.label, body.meets.note].filter(Boolean).join(". "),
      electing.length > 0 && `Väljs av ${listed(electing)}`,
      elected.length > 0 && `Väljer ${listed(elected)}`,
    ].filter(Boolean);
    return h("section", { class: "organ" },
      h("h3", {}, upperFirst(theBody(body)), body.highest && [" ", h("span", { class: "organ-highest" }, "Högst beslutande")]),
      facts.length > 0 && h("ul", { class: "organ-facts", role: "list" }, facts.map((fact) => h("li", {}, fact))),
      holders(body.posts), delegates(body));
  }));
}

/** Employments and public offices. */
function outsideBodies(posts) {
  const employed = ({ role }) => role === "ombudsman";
  const office = ({ role }) => role === "public_office";
  const groups = [
    ["Anställda", posts.filter(employed)],
    ["Offentliga uppdrag", posts.filter(office)],
    ["Fler uppdrag", posts.filter((post) => !employed(post) && !office(post))],
  ];
  return groups.filter(([, held]) => held.length).map(([name, held]) => h("section", {}, h("h2", {}, name), holders(held)));
}

/** Those who hold these posts, and how many are not named. */
function holders(posts) {
  const cards = posts.flatMap((post) => post.holders.map((holder) => holderCard(post, holder)));
  const unnamed = posts.reduce((sum, { seats, holders: named }) => sum + Math.max(0, seats - named.length), 0);
  return [cards.length > 0 && grid(cards, "people"), unnamed > 0 && h("p", { class: "unit-how" },
    unnamed === 1 ? "En plats visas inte: den är ledig, eller så vill den som har den inte synas här."
      : `${unnamed} platser visas inte: de är lediga, eller så vill de som har dem inte synas här.`)];
}

function holderCard({ label, place }, { person: { name, portrait, email } }) {
  return h("div", { class: "person" },
    h("div", { class: "person-face" }, portrait ? picture(squareOf(portrait), { sizes: "5rem", alt: "" }) : h("span", { "aria-hidden": "true" }, initials(name))),
    h("div", { class: "person-text" }, h("span", { class: "person-name" }, name),
      h("span", { class: "person-post" }, label), place && h("span", { class: "person-place" }, place), email && mailLink(email)));
}

const initials = (name) => name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");

/** A body's delegates, unit by unit, and how they were shared out. */
function delegates(body) {
  const { allocation } = body;
  if (!allocation || !allocation.delegates.length) return null;
  const { method, delegates: rows } = allocation;
  const names = Object.fromEntries(rows.map(({ slug, name }) => [slug, name]));
  const named = (slugs) => listed(slugs.map((slug) => names[slug] || slug));
  const most = Math.max(...rows.map(({ seats }) => seats), 1);
  const caption = `Ombud till ${theBody(body)}`;
  return h("div", { class: "unit-delegates" },
    h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": caption },
      h("table", {}, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Enhet"), h("th", { scope: "col", class: "number" }, "Ombud"))),
        h("tbody", {}, rows.map(({ unit: ref, name, seats }) => h("tr", { style: { "--share": `${(100 * seats) / most}%` } },
          h("th", { scope: "row" }, ref ? unitLink({ ...ref, name }) : name), h("td", { class: "number" }, String(seats))))),
        h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "Tillsammans"), h("td", { class: "number" }, String(rows.reduce((sum, { seats }) => sum + seats, 0))))))),
    h("p", { class: "unit-how" }, "Fördelade efter antalet medlemmar den ", date(method.basis_date), ", med största restens metod",
      method.minimum > 0 && ` och minst ${method.minimum} per enhet`, "."),
    method.ties.map(({ units, seats, to, rule }) => h("p", { class: "unit-how" },
      `${named(units)} stod exakt lika om ${seats === 1 ? "en plats" : `${seats} platser`}. `,
      to.length > 0 && `Det gav plats åt ${named(to)}, ${TIE_RULES[rule]}.`)));
}

const TIE_RULES = { listed: "i listans ordning", larger: "med flest medlemmar", lot: "genom lottning" };

const unitChildren = (children) => children.length > 0 && h("section", { class: "unit-children" },
  h("h2", {}, "Här finns vi"), grid(children.map(unitChild), "unit-list"));

const unitChild = (ref) => h("div", { class: "unit-child" },
  h("span", { class: "unit-name" }, unitLink(ref)), h("span", { class: "unit-label" }, ref.label),
  ref.has_board !== null && h("span", { class: ref.has_board ? "board" : "board board-none" }, ref.has_board ? "Har styrelse" : "Saknar styrelse"));

// ---------------------------------------------------------------- the frame around a page

function drawFrame(next) {
  const same = frame && frame.content_hash === next.content_hash && header.hasChildNodes();
  frame = next;
  if (same) return;
  applyTheme(frame.theme);
  header.replaceChildren(h("div", { class: "wrap header-inner" }, brand(), navigation(frame.navigation.header)));
  if (frame.slug) footer.replaceChildren(h("div", { class: "wrap" }, footerColumns(), footerEnd()));
}

/** The dark logo stands in for the light one when the visitor's system is dark. */
function brand() {
  const { logo, logo_dark: dark, name } = frame;
  const mark = logo && picture(logo, { sizes: "8rem", alt: logo.alt === name ? "" : logo.alt, eager: true });
  if (mark && dark) mark.prepend(h("source", { media: "(prefers-color-scheme: dark)", srcset: dark.src }));
  return anchor(inside("/"), { class: "brand" }, mark, h("span", { class: "brand-name" }, name));
}

function navigation(items) {
  const entries = items.map(menuItem).filter(Boolean);
  if (!entries.length) return null;
  const toggle = h("button", { type: "button", class: "menu-toggle", "aria-expanded": "false", "aria-controls": "gv-menu" },
    h("span", { class: "menu-icon", "aria-hidden": "true" }), "Meny");
  toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", toggle.getAttribute("aria-expanded") === "false"));
  return h("nav", { class: "menu", "aria-label": "Huvudmeny" }, toggle, h("ul", { id: "gv-menu", class: "menu-list", role: "list" }, entries));
}

/** A menu item whose target is not public is left out, unless it has children to show. */
function menuItem({ label, link, children }, number) {
  const inner = children.map((child) => anchor(child.link, {}, child.label)).filter(Boolean);
  const own = anchor(link, {}, label);
  if (!inner.length) return own && h("li", {}, own);
  const id = `gv-submenu-${number}`;
  const name = own ? hidden(`Undersidor till ${label}`) : label;
  return h("li", { class: "has-children" }, own,
    h("button", { type: "button", class: "submenu-toggle", "aria-expanded": "false", "aria-controls": id, onclick: toggleSubmenu },
      name, h("span", { class: "chevron", "aria-hidden": "true" })),
    h("ul", { id, class: "submenu", role: "list" }, inner.map((child) => h("li", {}, child))));
}

function toggleSubmenu({ currentTarget: clicked }) {
  const open = clicked.getAttribute("aria-expanded") === "true";
  closeSubmenus();
  clicked.setAttribute("aria-expanded", !open);
}

function closeSubmenus() {
  for (const toggle of header.querySelectorAll(".submenu-toggle")) toggle.setAttribute("aria-expanded", "false");
}

function closeMenus() {
  closeSubmenus();
  header.querySelector(".menu-toggle")?.setAttribute("aria-expanded", "false");
}

/** Escape closes what is open, innermost first, and gives the focus back to what opened it. */
function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const open = header.querySelector(".submenu-toggle[aria-expanded=true]") || header.querySelector(".menu-toggle[aria-expanded=true]");
  if (!open) return;
  open.setAttribute("aria-expanded", "false");
  open.focus();
}

/** Mark where the visitor is: the page itself, and the section that it lies in. */
function markCurrent(path) {
  for (const link of document.querySelectorAll("#gv-header nav a, #gv-footer nav a")) {
    const at = link.dataset.path;
    link.toggleAttribute("data-section", Boolean(at && at !== "/" && path.startsWith(at)));
    if (at === path) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function footerColumns() {
  const { name, contact, social, newsletter, navigation: { footer: items }, ancestors } = frame;
  const links = (items || []).flatMap((item) => [item, ...item.children]).map(({ label, link }) => anchor(link, {}, label)).filter(Boolean);
  const places = contact && [
    contact.address && h("p", {}, lines(contact.address)),
    contact.email && h("p", {}, mailLink(contact.email)),
    contact.phone && h("p", {}, phoneLink(contact.phone)),
  ];
  return h("div", { class: "footer-columns" },
    h("section", { class: "footer-contact" }, h("h2", { class: "footer-name" }, name), places,
      ancestors?.length > 0 && h("p", { class: "footer-part" }, "En del av ",
        ancestors.flatMap((site, index) => [index > 0 && ", ", anchor(outside(site.url), {}, site.name) || site.name]))),
    links.length > 0 && h("nav", { "aria-label": "Sidfot" }, h("h2", {}, "Hitta vidare"), h("ul", { role: "list" }, links.map((link) => h("li", {}, link)))),
    social?.length > 0 && h("section", {}, h("h2", {}, "Följ oss"),
      h("ul", { role: "list" }, social.map(({ label, service, url }) => h("li", {}, anchor(outside(url), {}, label || service))))),
    newsletter && h("section", { class: "footer-news" }, h("h2", {}, "Nyhetsbrev"), h("p", {}, newsletter.text),
      anchor(outside(newsletter.url), { class: "button button-secondary" }, newsletter.label)));
}

function footerEnd() {
  const { privacy, accessibility, responsible_publisher: publisher } = frame.legal || {};
  return h("div", { class: "footer-end" },
    publisher && h("p", {}, "Ansvarig utgivare: ", publisher),
    anchor(privacy, {}, "Så hanterar vi personuppgifter"), anchor(accessibility, {}, "Tillgänglighet"));
}

// ---------------------------------------------------------------- theme

const toRgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const toHex = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Contrast of two colours as WCAG reckons it. */
function contrast(one, other) {
  const [dark, light] = [one, other].map((hex) => {
    const [r, g, b] = toRgb(hex).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White or near-black, whichever is easier to read on the colour. */
const inkOn = (colour) => (contrast(colour, "#ffffff") >= contrast(colour, "#140d0e") ? "#ffffff" : "#140d0e");

/** Move a colour towards another until every one of `against` stands out from it. */
function adjusted(colour, towards, against, ratio) {
  const from = toRgb(colour);
  const to = toRgb(towards);
  for (let step = 0; step < 20; step += 1) {
    const mixed = toHex(from.map((part, index) => part + ((to[index] - part) * step) / 20));
    if (against.every((other) => contrast(mixed, other) >= ratio)) return mixed;
  }
  return towards;
}

/** Give the style sheet the site's colours, and for each an ink that can be read on it. */
function applyTheme(theme) {
  const valid = (name) => (/^#[0-9a-f]{6}$/i.test(theme?.[name] || "") ? theme[name] : DEFAULT_THEME[name]);
  const [primary, accent] = [valid("primary"), valid("accent")];
  const background = adjusted(valid("background"), "#ffffff", ["#1d1416"], 14);
  const colours = {
    primary, accent, background,
    "primary-ink": inkOn(primary), "accent-ink": inkOn(accent),
    "primary-away": inkOn(primary) === "#ffffff" ? "#000000" : "#ffffff",
    "link-light": adjusted(primary, "#000000", [background, "#ffffff", "#f3e9e6"], 4.8),
    "link-dark": adjusted(primary, "#ffffff", ["#151011", "#241c1e", "#30262a"], 4.8),
  };
  for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, value);
}

// ---------------------------------------------------------------- views: what an address shows

/** A view is what `draw` needs: nodes, and what belongs in the document's head. */
function pageView(page) {
  const build = Object.hasOwn(PAGES, page.type) ? PAGES[page.type] : plainPage;
  const { seo } = page;
  return {
    nodes: build(page), page, path: page.path, language: page.language, title: seo.title || page.title,
    description: seo.description || page.lead, noindex: seo.noindex, image: seo.image || page.image || page.hero?.image,
  };
}

function tagView(slug, list) {
  const name = list.results.flatMap((item) => item.tags).find((tag) => tag.slug === slug)?.name || slug;
  const crumbs = { title: name, breadcrumbs: [{ title: "Hem", path: "/" }], label: "ämne", lead: "" };
  return { title: name, path: location.pathname + location.search, noindex: true, nodes: [pageHead(crumbs), h("div", { class: "wrap" }, articleList(list, "h2"))] };
}

/** All sites as a tree: national, districts, branches. A site whose parent is not listed stands at the top. */
function sitesView(sites) {
  const slugs = new Set(sites.map(({ slug }) => slug));
  const under = (parent) => sites.filter((site) => (slugs.has(site.parent) ? site.parent : null) === parent);
  const kinds = { national: "riksorganisation", district: "distrikt", branch: "förening" };
  const item = (site) => {
    const children = under(site.slug).map(item);
    return h("li", { class: `site site-${site.kind}` },
      h("div", { class: "site-card" }, site.kind && h("p", { class: "label" }, kinds[site.kind] || site.kind),
        h("p", { class: "site-name" }, anchor(outside(site.url), { class: "card-link" }, site.name)),
        site.areas.length > 0 && h("p", { class: "site-areas" }, site.areas.map((area) => area.name || area).join(", ")), arrow({ kind: "external" })),
      children.length > 0 && h("ul", { role: "list" }, children));
  };
  return { title: "Alla webbplatser", path: "/", nodes: h("div", { class: "wrap sites" }, h("h1", {}, "Alla webbplatser"),
    h("p", { class: "lead" }, "Välj din förening, ditt distrikt eller hela landet."), h("ul", { class: "sites-tree", role: "list" }, under(null).map(item))) };
}

const PROBLEMS = {
  400: ["Vi hittar inte sidan", "Adressen går inte att tolka. Den kan ha blivit avklippt på vägen."],
  404: ["Vi hittar inte sidan", "Adressen kan vara felstavad, eller så har sidan flyttat."],
  410: ["Sidan är borttagen", "Den fanns här förut, men visas inte längre."],
  preview: ["Förhandsgranskningen går inte att visa", "Länken har gått ut eller gäller en annan sida. Öppna förhandsgranskningen på nytt."],
  other: ["Något gick fel", "Vi når inte innehållet just nu. Kontrollera din uppkoppling och försök igen."],
};

function problemView(status) {
  const kind = Object.hasOwn(PROBLEMS, status) ? status : "other";
  const [title, text] = PROBLEMS[kind];
  const retry = h("button", { type: "button", class: "button button-primary", onclick: () => (config.api ? draw({ focus: true }) : location.reload()) }, "Försök igen");
  const home = anchor(inside("/"), { class: "button button-primary" }, "Till startsidan");
  return { title, noindex: true, nodes: h("div", { class: "message wrap", "data-problem": kind },
    h("h1", {}, title), h("p", { class: "lead" }, text), h("p", { class: "buttons" }, kind === "other" ? retry : home)) };
}

/** Ask the API what the address shows: one request, except for lists and errors, which bring no frame. */
async function load(url, signal, hops = 0) {
  const { searchParams: query } = url;
  if (!config.site) return { next: { ...NO_FRAME, name: "Våra webbplatser" }, view: () => allSites(signal).then(sitesView) };
  if (url.pathname === "/" && query.get("tag")) return tagged(query.get("tag"), signal);
  const asked = query.has("preview")
    ? `preview/?token=${encodeURIComponent(query.get("preview"))}`
    : `resolve/?path=${encodeURIComponent(decodedPath(url))}`;
  const answer = await get(sitePath(`${asked}&include=site`), signal);
  if (answer.kind === "redirect") return redirect(answer.to, url, signal, hops);
  return { next: answer.included.site, view: () => pageView(answer.page) };
}

/** The path as people write it, so that å is sent as å and not encoded twice. */
function decodedPath({ pathname, search }) {
  try {
    return decodeURI(pathname) + search;
  } catch {
    return pathname + search;
  }
}

/** Follow a redirect: within the site without a new document, elsewhere as the browser does. */
function redirect(to, url, signal, hops) {
  const target = to.available && (to.kind === "page" && to.site === config.site ? to.path : safeUrl(to.url));
  if (!target || hops > 4) throw new Problem(404);
  const next = new URL(target, location.origin);
  next.hash ||= url.hash;
  if (next.origin === location.origin) {
    history.replaceState(history.state, "", next);
    return load(next, signal, hops + 1);
  }
  location.replace(next);
  return new Promise(() => {}); // the page is going away
}

async function tagged(slug, signal) {
  const [next, list] = await Promise.all([get(sitePath(""), signal), get(sitePath(`articles/?tag=${encodeURIComponent(slug)}`), signal)]);
  return { next, view: () => tagView(slug, list) };
}

async function allSites(signal) {
  const sites = [];
  for (let next = "sites/?limit=100"; next;) {
    const answer = await get(next, signal);
    sites.push(...answer.results);
    next = answer.next;
  }
  return sites;
}

// ---------------------------------------------------------------- drawing

/** Draw what the address shows. The old page stays until the new one is there, so nothing jumps. */
async function draw({ focus = false, scroll = 0 } = {}) {
  drawing?.abort();
  drawing = new AbortController();
  const { signal } = drawing;
  main.setAttribute("aria-busy", "true");
  let view;
  try {
    const loaded = await load(new URL(location.href), signal);
    if (!signal.aborted) drawFrame(loaded.next);
    view = await loaded.view();
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Problem)) console.error(error);
    if (!frame) await get(sitePath(""), signal).then(drawFrame, () => { frame = NO_FRAME; });
    view = problemView(previewing() && error.status >= 400 && error.status < 500 ? "preview" : error.status);
  }
  if (!signal.aborted) show(view, focus, scroll);
}

function show(view, focus, scroll) {
  main.replaceChildren(...[view.nodes].flat(Infinity).filter(Boolean));
  main.removeAttribute("aria-busy");
  describe(view);
  markCurrent(view.path || location.pathname);
  closeMenus();
  previewBar();
  settle(focus, scroll);
}

/** Put the visitor where they belong: at the heading of the address, or where they were. */
function settle(focus, scroll) {
  const target = location.hash && document.getElementById(decodeHash());
  if (focus) {
    main.focus({ preventScroll: true });
    announce(document.title);
  }
  if (target && !scroll) target.scrollIntoView();
  else scrollTo({ top: scroll, behavior: "instant" });
}

function decodeHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

/** Title, language and what search engines and social media read. */
function describe(view) {
  const { page, title, description, image, language } = view;
  const site = frame.name;
  const noindex = view.noindex || previewing();
  document.title = [title, !title.includes(site) && site].filter(Boolean).join(" – ");
  document.documentElement.lang = language || frame.language || "sv";
  document.documentElement.dir = frame.languages.find(({ code }) => code === language)?.direction || "ltr";
  const meta = (key, name, content) => content && h("meta", { [key]: name, content, "data-gv": true });
  const link = (rel, href, more) => href && h("link", { rel, href, ...more, "data-gv": true });
  for (const old of document.head.querySelectorAll("[data-gv]")) old.remove();
  document.head.append(...[
    meta("name", "description", description), meta("name", "robots", noindex && "noindex"),
    meta("name", "theme-color", getComputedStyle(document.documentElement).getPropertyValue("--primary").trim()),
    link("canonical", page?.canonical_url),
    ...(page?.translations || []).map((one) => link("alternate", one.url, { hreflang: one.language })),
    meta("property", "og:title", title), meta("property", "og:description", description), meta("property", "og:url", page?.canonical_url),
    meta("property", "og:type", page?.type === "article" ? "article" : "website"), meta("property", "og:image", image?.src),
    meta("property", "og:image:alt", image?.alt), meta("property", "og:site_name", site),
    meta("property", "og:locale", document.documentElement.lang === "sv" && "sv_SE"),
    meta("property", "article:published_time", page?.type === "article" && page.published_at),
  ].filter(Boolean));
  if (frame.favicon) document.querySelector("link[rel=icon]").href = frame.favicon.src;
}

// ---------------------------------------------------------------- addresses: the History API

const positions = new Map(); // how far down each entry of the history was left
const entry = () => history.state?.entry;
const sameDocument = () => location.pathname + location.search;
let drawn = ""; // the address without its hash that is on the screen

function go(path) {
  history.pushState({ entry: crypto.getRandomValues(new Uint32Array(1))[0] }, "", path);
  drawn = sameDocument();
  draw({ focus: true });
}

/** Take over plain clicks on links within the site; everything else stays the browser's. */
function onClick(event) {
  const link = event.target.closest?.("a[data-path]");
  if (!event.target.closest?.(".has-children")) closeSubmenus();
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.dataset.site !== config.site) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

/** Back and forward. A mere change of the hash is the browser's own business. */
function onPopState() {
  if (sameDocument() === drawn) return entry() && scrollTo({ top: positions.get(entry()) ?? scrollY, behavior: "instant" });
  drawn = sameDocument();
  return draw({ focus: true, scroll: positions.get(entry()) || 0 });
}

function watchAddresses() {
  history.scrollRestoration = "manual"; // the content comes later than the browser would restore it
  if (!entry()) history.replaceState({ entry: crypto.getRandomValues(new Uint32Array(1))[0] }, "");
  for (const [key, top] of Object.entries(JSON.parse(sessionStorage.getItem("gv-positions") || "{}"))) positions.set(Number(key), top);
  drawn = sameDocument();
  addEventListener("popstate", onPopState);
  addEventListener("scroll", () => { if (entry() && !main.ariaBusy) positions.set(entry(), scrollY); }, { passive: true });
  addEventListener("pagehide", () => sessionStorage.setItem("gv-positions", JSON.stringify(Object.fromEntries(positions))));
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", closeOnEscape);
  header.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !header.contains(relatedTarget)) closeMenus(); });
}

// ---------------------------------------------------------------- preview

const previewing = () => Boolean(config.site) && new URLSearchParams(location.search).has("preview");

function previewBar() {
  document.querySelector(".preview-bar")?.remove();
  if (!previewing()) return;
  header.before(h("aside", { class: "preview-bar", "aria-label": "Förhandsgranskning" }, "Förhandsgranskning – bara du ser det här"));
}

/**
 * Wagtail's panel loads every change in a new frame. Once drawn, the new frame asks for the old one's scroll position,
 * the panel passes the question and the answer on, and only then swaps the frames. A preview is never drawn larger or
 * smaller by itself, so the panel's scale needs no answer.
 */
function talkToPanel() {
  if (window.parent === window || !previewing()) return;
  const { origin } = new URL(config.api);
  const post = (message) => window.parent.postMessage({ wagtail: { ...message, origin: location.origin } }, origin);
  addEventListener("message", ({ data, origin: sender, source }) => {
    if (sender !== origin || source !== window.parent) return;
    const { type, x, y } = data?.wagtail || {};
    if (type === "w-preview:get-scroll-position") post({ type: "w-preview:set-scroll-position", x: scrollX, y: scrollY });
    if (type === "w-preview:set-scroll-position") scrollTo({ left: x, top: y, behavior: "instant" });
  });
  const ask = () => post({ type: "w-preview:request-scroll" });
  if (document.readyState === "complete") setTimeout(ask);
  else addEventListener("load", () => setTimeout(ask)); // after the panel's own load handler, which begins to listen
}

// ---------------------------------------------------------------- start

async function start() {
  applyTheme(DEFAULT_THEME);
  try {
    config = await (await fetch("/grenverk.json")).json();
  } catch (error) {
    console.error("grenverk.json is missing or is not JSON", error);
    frame = NO_FRAME;
    return show(problemView("other"), false, 0);
  }
  watchAddresses();
  const scroll = positions.get(entry()) || 0;
  await draw({ scroll });
  return talkToPanel();
}

start();
