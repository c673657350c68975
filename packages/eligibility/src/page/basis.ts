/** What a sentence rests on, as marks that both forms of the page can link. */
import type { Cited } from '../policy/format.js'
import type { Page } from './content.js'
import type { Voice } from './speak.js'

/** One mark: what is read, where it leads within the page. */
export interface Mark {
  readonly text: string
  readonly anchor: string
}

/** The anchor of a source or an assumption: ids may hold anything, anchors may not. */
export function anchorOf(kind: 'source' | 'assumption', place: number): string {
  return `${kind}-${place + 1}`
}

function markOf(
  kind: 'source' | 'assumption',
  ids: readonly string[],
  list: readonly { readonly id: string }[],
  textOf: (place: number) => string,
): Mark[] {
  return ids.map((id) => {
    const place = list.findIndex((one) => one.id === id)
    // A citation that leads nowhere is the linter's to report; the page still shows it.
    return place < 0
      ? { text: id, anchor: '' }
      : { text: textOf(place), anchor: anchorOf(kind, place) }
  })
}

/** The marks of a sentence: each source by number and confidence, each assumption by its own number. */
export function marksOf({ cite, assumes = [] }: Cited, page: Page, { say }: Voice): Mark[] {
  return [
    ...markOf('source', cite, page.sources, (place) => {
      const source = page.sources[place] as Page['sources'][number]
      return `${source.number}, ${say(`confidence.${source.confidence}`)}`
    }),
    ...markOf(
      'assumption',
      assumes,
      page.assumptions,
      (place) => `${say('assumption')} ${place + 1}`,
    ),
  ]
}
