import type { Language } from './catalogue.js'
import { escapeMarkup } from './escape-markup.js'

/** What a page is made of. */
export interface HtmlPage {
  readonly language: Language
  /** Plain text. */
  readonly title: string
  /** Further rules of style, behind the common ones. */
  readonly style?: string
  /** What stands below the title, as markup: whatever is written in it must be escaped. */
  readonly body: string
}

/** Readable on a telephone and on paper, in black on white. */
const commonStyle = `
:root { color-scheme: light }
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1a1a1a; background: #fff; max-width: 76rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .5rem; border-bottom: 1px solid #767676 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #767676; padding: .3rem .45rem; vertical-align: top }
th { background: #f0f0f0 }
@media print { body { font-size: 10pt; max-width: none; padding: 0 } h2 { break-after: avoid } tr, li { break-inside: avoid } }
`

/**
 * One HTML document for a report: no script, and nothing is fetched.
 *
 * It escapes the title and nothing of the body or the style.
 */
export function htmlPage({ language, title, style = '', body }: HtmlPage): string {
  const heading = escapeMarkup(title)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${commonStyle}${style}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`
}
