/** A person who has a keyboard and no pointer. */
import type { Page } from 'playwright-core'

/** Keys that are pressed at most on the way to a field: a page is no maze. */
const most = 90

const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)

/** What can be seen of the focus: an outline of the element that has it. */
const outlineOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
    return `${outlineStyle} ${outlineWidth}`
  })

/** Goes on with Tab until an element has the focus, which must be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (pressed > 0 || !(await isFocused(page, selector))) await page.keyboard.press('Tab')
    if (!(await isFocused(page, selector))) continue
    const outline = await outlineOf(page)
    if (/^none|0px/.test(outline)) throw new Error(`${selector}: the focus cannot be seen`)
    return
  }
  throw new Error(`${selector}: not reached with Tab`)
}

/** Types into a field, in place of what is there. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Goes through the choices of a list with the arrow key. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector)
  const chosen = () => page.locator(selector).inputValue()
  await page.keyboard.press('Home')
  for (let pressed = 0; pressed < 40 && (await chosen()) !== value; pressed += 1) {
    await page.keyboard.press('ArrowDown')
  }
  if ((await chosen()) !== value) throw new Error(`${selector}: ${value} is not among the choices`)
}

/** Presses Enter on something. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

/** Opens the chooser of a field for files, and picks one. */
export async function pick(
  page: Page,
  selector: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await tabTo(page, selector)
  const opened = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await opened).setFiles(file)
}

/** What the page said last, once it fits. */
export async function said(page: Page, text: string | RegExp): Promise<string> {
  const status = page.locator('[role=status]').filter({ hasText: text })
  await status.waitFor()
  return status.innerText()
}
