import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { linesOf, runNode } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'
import { filesIn, textOf } from './workspace.js'

/** The text of a page without its code blocks, where `#` and `[]()` mean other things. */
function prose(text: string): string {
  return text.replace(/^\s*```[\s\S]*?^\s*```\s*$/gm, '')
}

function headingsOf(text: string): { depth: number; title: string }[] {
  return [...prose(text).matchAll(/^(#{1,6})\s+(.+?)\s*$/gm)].map((match) => ({
    depth: (match[1] ?? '').length,
    title: match[2] ?? '',
  }))
}

/** The anchor that hosts make of a heading: lower case, no punctuation, blanks as hyphens. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

function anchorsOf(text: string): ReadonlySet<string> {
  const explicit = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1] ?? '')
  return new Set([...headingsOf(text).map(({ title }) => anchorOf(title)), ...explicit])
}

/** Pages that stand in one language only, and pages whose twins have other headings. */
function twinFaults(root: string, files: readonly string[]): string[] {
  const pairs: (readonly [string, string])[] = []
  for (const file of files) {
    if (file.startsWith('docs/en/')) pairs.push([file, file.replace('docs/en/', 'docs/vi/')])
    if (file.startsWith('docs/vi/')) pairs.push([file.replace('docs/vi/', 'docs/en/'), file])
    if (/(?:^|\/)README\.vi\.md$/.test(file)) pairs.push([file.replace('.vi.md', '.md'), file])
    if (/(?:^|packages\/[^/]+\/)README\.md$/.test(file)) {
      pairs.push([file, file.replace(/\.md$/, '.vi.md')])
    }
  }
  const unique = new Map(pairs.map((pair) => [pair.join(), pair]))
  return [...unique.values()].flatMap(([english, vietnamese]) => {
    const missing = [english, vietnamese].filter((page) => !files.includes(page))
    if (missing.length > 0) return missing.map((page) => `${page}: the twin page is missing`)
    const outline = (page: string) => headingsOf(textOf(root, page)).map(({ depth }) => depth)
    const [left, right] = [outline(english).join(' '), outline(vietnamese).join(' ')]
    return left === right ? [] : [`${vietnamese}: headings ${right}, its twin has ${left}`]
  })
}

/** Links to files and anchors of the tree that lead nowhere. */
function linkFaults(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const links = [...prose(textOf(root, file)).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
    return links.flatMap((match) => {
      const target = match[1] ?? ''
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return []
      const [path = '', anchor] = target.split('#', 2)
      const page = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path))
      if (!existsSync(join(root, page))) return [`${file}: ${target} leads nowhere`]
      if (anchor === undefined || !page.endsWith('.md')) return []
      const known = anchorsOf(textOf(root, page))
      return known.has(decodeURIComponent(anchor)) ? [] : [`${file}: ${target} has no such anchor`]
    })
  })
}

/** Both languages have the same pages, links lead somewhere, and generated pages are up to date. */
export const documentation: Step = {
  id: 'docs',
  title: 'pages in both languages, links that hold, generated pages up to date',
  async run({ root }) {
    const files = filesIn(root).filter((path) => path.endsWith('.md'))
    const faults = [...twinFaults(root, files), ...linkFaults(root, files)]
    const node = ['--conditions=@tiemchung/source', '--import', 'tsx']
    for (const tool of ['tools/docs/pages.ts', 'tools/json-schema.ts']) {
      const generated = await runNode([...node, tool, '--check'], { cwd: root })
      if (generated.status !== 0) faults.push(...linesOf(generated).slice(0, 20))
    }
    if (faults.length > 0) return failedStep(`${faults.length} findings`, faults)
    return passedStep(`${files.length} pages`)
  },
}
