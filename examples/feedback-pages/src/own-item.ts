/** A report, as its reporter is shown it. */
import { feedbackPolicy9458, mayAct } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import { facts, steps, timeOf } from './elements.js'
import { element, say, show } from './page.js'
import { stateWords } from './states.js'
import { type Pair, typeWords } from './words.js'

const approved = {
  vi: 'Phản ánh đúng. Dữ liệu đang được sửa theo các bước dưới đây.',
  en: 'You are right. The data is being put right, step by step.',
}
const resolved = {
  vi: 'Phản ánh đúng. Dữ liệu đã được sửa.',
  en: 'You are right. The data has been put right.',
}
const later = {
  vi: 'Phản ánh đã được xem và sẽ được xử lý sau.',
  en: 'Your report was looked at and will be handled later.',
}

/** The decision in plain words; of a rejection, its reason and what to bring. */
function answerTo({ state, decision }: FeedbackItem): readonly Pair[] {
  if (decision === undefined) return []
  if (decision.outcome === 'later') return [later]
  if (decision.outcome === 'approved') return [state === 'resolved' ? resolved : approved]
  const known = feedbackPolicy9458.rejections.find(({ reason }) => reason === decision.reason)
  return known === undefined ? [] : [known.says, known.bring]
}

/** Writes a text into a part of the page, which is hidden without one. */
function part(id: string, text: string): void {
  const line = element(id).querySelector('p')
  if (line !== null) line.textContent = text
  show(element(id), text !== '')
}

export function drawItem(item: FeedbackItem): void {
  const { reference, request, state, receivedAt, dueAt, evidence, events } = item
  const asks = events.filter(({ action }) => action === 'ask').at(-1)?.asks ?? ''
  const title = element('item').querySelector('h2')
  if (title !== null) title.textContent = say(stateWords[state])
  facts(element('facts'), [
    [say({ vi: 'Mã', en: 'Reference' }), reference],
    [say({ vi: 'Nội dung', en: 'About' }), say(typeWords[request.type])],
    [say({ vi: 'Ghi nhận', en: 'Recorded' }), receivedAt === undefined ? '' : timeOf(receivedAt)],
    [say({ vi: 'Trả lời trước', en: 'Answer by' }), dueAt === undefined ? '' : timeOf(dueAt)],
    [say({ vi: 'Tệp đính kèm', en: 'Files' }), String(evidence.length)],
  ])
  part('asked', state === 'needs-information' ? asks : '')
  part('answer', answerTo(item).map(say).join(' '))
  steps(element('correction'), item)
  show(element('supplement'), mayAct(state, 'supplement'))
  show(element('item'), true)
}
