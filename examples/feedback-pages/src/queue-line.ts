/** One item of a queue. */
import { feedbackPolicy9458, readClock } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import { button, make, timeOf } from './elements.js'
import { say } from './page.js'
import { stateWords } from './states.js'
import { typeWords } from './words.js'

const answerBy = { vi: 'Trả lời trước', en: 'Answer by' }
const overdue = { vi: 'Quá hạn.', en: 'Overdue.' }

/** What nobody has to do anything about stands last. */
export const isClosed = ({ state }: FeedbackItem): boolean =>
  state === 'rejected' || state === 'withdrawn' || state === 'resolved'

/** A button that opens it, and says how it stands against its 48 hours. */
export function lineOf(item: FeedbackItem, open: (item: FeedbackItem) => void): HTMLElement {
  const one = button('', () => open(item))
  const { standing } = readClock(item, new Date(), feedbackPolicy9458.clock)
  const late = standing === 'overdue' || standing === 'escalated'
  one.append(
    make('strong', `${say(typeWords[item.request.type])}: ${item.request.person.fullName}`),
    `${say(stateWords[item.state])}. ${say(answerBy)} ${timeOf(item.dueAt ?? '')}. `,
    make('span', late ? say(overdue) : '', { className: 'late' }),
  )
  one.dataset['id'] = item.id
  const line = make('li')
  line.append(one)
  return line
}
