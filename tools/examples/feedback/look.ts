/** How a page looks on a phone and on a desk, kept as pictures, and what can be measured of it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Case } from '../case.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA, and what the tool counts as good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const sizes = {
  phone: { width: 360, height: 800 },
  desktop: { width: 1280, height: 900 },
} as const

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: { html: string }[] }[]
  readonly passes: readonly object[]
}

/** Rules that something on the page breaks, and how many were kept. */
async function ruled(page: Page): Promise<{ broken: string[]; kept: number }> {
  // The page's own policy lets no script in but its own; the debugger is not bound by it.
  await page.evaluate(axe)
  const { violations, passes } = (await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: object): unknown } }).axe.run({
        runOnly: only,
      }),
    tags,
  )) as Found
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 100) ?? ''}`)
  return { broken, kept: passes.length }
}

/** Pixels by which a page is wider than what is shown of it. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

/** Looks at a page at both sizes, and keeps a picture of each under a name. */
export async function look(page: Page, asked: Case, folder: string, name: string): Promise<void> {
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    asked.same(`${name} on a ${device}: pixels beyond the edge`, await overflow(page), 0)
    const { broken, kept } = await ruled(page)
    asked.same(`${name} on a ${device}: rules of axe that are broken`, broken, [])
    asked.same(`${name} on a ${device}: axe looked`, kept > 10, true)
    await page.screenshot({ path: join(folder, `${name}-${device}.png`), fullPage: true })
  }
  await page.setViewportSize(sizes.phone)
}
