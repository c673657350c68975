/** The desk of an officer: log in, see the queue, open an item, act on it. */
import { staffClient } from '@tiemchung/feedback'
import { feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import { wireActs } from './acts.js'
import { drawDeskItem, levelOf } from './desk-item.js'
import { choices } from './elements.js'
import { draw, element, say, show, tell } from './page.js'
import { openQueue } from './queue.js'
import { whenLoggedIn } from './session.js'
import { levelWords } from './words.js'

const welcome = { vi: 'Đã đăng nhập.', en: 'Logged in.' }

whenLoggedIn(async (http, { role, unit = '' }) => {
  const staff = staffClient({ http })
  const desk = { level: levelOf(role), unit }
  let shown: FeedbackItem | undefined
  const redraw = () => shown && drawDeskItem(staff, shown, desk)
  const open = (item: FeedbackItem) => {
    shown = item
    redraw()
    element('item').querySelector('h2')?.focus()
  }
  const follow = (item: FeedbackItem) => {
    if (shown?.id !== item.id || shown.revision >= item.revision) return
    shown = item
    redraw()
  }
  show(element('work'), true)
  const queue = openQueue(staff, unit, { open, changed: follow })
  wireActs(
    staff,
    () => shown,
    (item) => {
      open(item)
      queue.put(item)
    },
  )
  draw(redraw)
  draw(() => {
    const levels = feedbackPolicy9458.passOn[desk.level]
    choices(
      element('level'),
      levels.map((level) => [level, say(levelWords[level])] as const),
    )
  })
  tell([welcome])
  element('work').querySelector('h2')?.focus()
})
