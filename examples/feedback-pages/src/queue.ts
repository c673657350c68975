/** The queue of a desk: page by page, and as it changes. */
import type { StaffClient } from '@tiemchung/feedback'
import type { FeedbackItem } from '@tiemchung/schemas'
import { attempt, draw, element, show, tell } from './page.js'
import { isClosed, lineOf } from './queue-line.js'

const changed = { vi: 'Hàng chờ vừa có thay đổi.', en: 'The queue has changed.' }

/** Shows the first page, and what happens from now on; `put` enters an item as it stands. */
export function openQueue(
  staff: StaffClient,
  unit: string,
  { open, changed: follow }: Record<'open' | 'changed', (item: FeedbackItem) => void>,
): { put(item: FeedbackItem): void } {
  const items = new Map<string, FeedbackItem>()
  const pages = staff.queue({ unit, limit: 20 }).pages()[Symbol.asyncIterator]()
  const list = () => {
    const focused = (document.activeElement as HTMLElement).dataset['id']
    const all = [...items.values()]
    const inOrder = [...all.filter((one) => !isClosed(one)), ...all.filter(isClosed)]
    const lines = inOrder.map((item) => lineOf(item, open))
    element('queue').replaceChildren(...lines)
    if (focused) element('queue').querySelector<HTMLElement>(`[data-id="${focused}"]`)?.focus()
  }
  const put = (item: FeedbackItem) => {
    items.set(item.id, item)
    list()
  }
  const next = () =>
    attempt(async () => {
      const { value = [] } = await pages.next()
      for (const item of value) items.set(item.id, item)
      list()
      show(element('more'), value.length === 20)
    })
  element('more').addEventListener('click', () => void next())
  draw(list)
  next()
  attempt(async () => {
    for await (const { change } of staff.watch()) {
      const { id, revision } = change.data
      // What this page did is known already; what is not for this desk any more cannot be loaded.
      if ((items.get(id)?.revision ?? -1) >= revision) continue
      const item = await staff.load(id).catch(() => undefined)
      if (item === undefined) continue
      put(item)
      follow(item)
      tell([changed])
    }
  })
  return { put }
}
