/** Where pages of consecutive versions say different things. */
import { marksOf } from './basis.js'
import type { Page, Row, Section } from './content.js'
import type { Voice } from './speak.js'

/** One sentence that changed; one that came or went has no other side. */
export interface Difference {
  readonly section: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** One step from a version to the next. */
export interface Step {
  readonly heading: string
  readonly changes: readonly Difference[]
}

interface Line {
  /** Finds the same sentence in the other version: the words without their basis, or the place. */
  readonly key: string
  readonly text: string
}

function linesOf(section: Section, page: Page, voice: Voice): Line[] {
  const textOf = (row: Row) => {
    const marks = marksOf(row.basis, page, voice)
      // The number of an assumption is its place on one page; between pages only its words compare.
      .map(({ text, anchor }) => {
        const place = /^assumption-(\d+)$/.exec(anchor)?.[1]
        const says = page.assumptions[Number(place) - 1]?.says[voice.language]
        return says === undefined ? text : `${voice.say('assumption')}: ${says}`
      })
    const words = row.cells.join(section.head === undefined ? ' ' : ' · ')
    return marks.length === 0 ? words : `${words} [${marks.join('; ')}]`
  }
  return section.rows.map((row) => ({ key: row.cells[0] ?? '', text: textOf(row) }))
}

function changesOf(left: readonly Line[], right: readonly Line[], section: string): Difference[] {
  const inRight = new Set(right.map((one) => one.text))
  const inLeft = new Set(left.map((one) => one.text))
  const gone = left.filter((one) => !inRight.has(one.text))
  const come = right.filter((one) => !inLeft.has(one.text))
  const partner = (one: Line) => come.find((other) => other.key === one.key)
  const paired = new Set(gone.map(partner))
  return [
    ...gone.map((one) => ({ section, before: one.text, after: partner(one)?.text })),
    ...come
      .filter((one) => !paired.has(one))
      .map((one) => ({ section, before: undefined, after: one.text })),
  ]
}

const sectionOf = (page: Page, id: string) => page.sections.find((section) => section.id === id)

function stepOf(before: Page, after: Page, voice: Voice): Difference[] {
  const ids = [...new Set([...before.sections, ...after.sections].map((one) => one.id))]
  return ids
    .filter((id) => id !== 'validity')
    .flatMap((id) => {
      const [left, right] = [sectionOf(before, id), sectionOf(after, id)]
      const lines = (section: Section | undefined, page: Page) =>
        section === undefined ? [] : linesOf(section, page, voice)
      const title = right?.title ?? left?.title ?? id
      return changesOf(lines(left, before), lines(right, after), title)
    })
}

/** The steps between the versions, in the order given. */
export function difference(versions: readonly Page[], voice: Voice): Step[] {
  return versions.slice(1).flatMap((after, index) => {
    const before = versions[index] as Page
    const changes = stepOf(before, after, voice)
    return [{ heading: `${before.version} → ${after.version}`, changes }]
  })
}
