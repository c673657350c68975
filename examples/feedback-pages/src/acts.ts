/** What an officer does to the item that is shown; who was too late is shown how it stands. */
import { isFeedbackConflict, type StaffClient } from '@tiemchung/feedback'
import { feedbackPolicy9458, type Level } from '@tiemchung/feedback/rules'
import type { FeedbackDecision, FeedbackItem, RejectionReason } from '@tiemchung/schemas'
import { choices } from './elements.js'
import { attempt, draw, element, say, show, tell } from './page.js'

type Work = (item: FeedbackItem) => Promise<FeedbackItem>

const done = { vi: 'Đã ghi.', en: 'Done.' }
const value = (id: string) => element<HTMLInputElement>(id).value

/** What the form of a decision says. */
function decision(): FeedbackDecision {
  const outcome = value('outcome') as FeedbackDecision['outcome']
  if (outcome !== 'rejected') return { outcome }
  return { outcome, reason: value('reason') as RejectionReason }
}

async function tryTo(work: Work, item: FeedbackItem, settle: (item: FeedbackItem) => void) {
  try {
    settle(await work(item))
    tell([done])
  } catch (caught) {
    if (!isFeedbackConflict(caught) || caught.current === undefined) throw caught
    settle(caught.current)
    tell([caught.sentences, caught.todo], true)
  }
}

/** Binds the buttons and forms. */
export function wireActs(
  staff: StaffClient,
  shown: () => FeedbackItem | undefined,
  settle: (item: FeedbackItem) => void,
): void {
  const act = (work: Work) =>
    attempt(async () => {
      const item = shown()
      if (item !== undefined) await tryTo(work, item, settle)
    })
  const onSubmit = (id: string, work: Work) =>
    element(id).addEventListener('submit', (event) => {
      event.preventDefault()
      act(work)
    })
  element('take').addEventListener('click', () => void act((item) => staff.take(item)))
  onSubmit('decide', (item) => staff.decide(item, decision()))
  onSubmit('ask', (item) => staff.ask(item, value('asks')))
  onSubmit('pass', (item) =>
    staff.passOn(item, { level: value('level') as Level, unit: value('unit') }),
  )
  element('outcome').addEventListener('change', showReason)
  draw(showReason)
}

function showReason(): void {
  const { rejections } = feedbackPolicy9458
  choices(
    element('reason'),
    rejections.map(({ reason, says }) => [reason, say(says)] as const),
  )
  show(element('because'), value('outcome') === 'rejected')
}
