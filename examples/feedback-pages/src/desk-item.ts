/** An item, as an officer is shown it, with its evidence. */
import type { StaffClient } from '@tiemchung/feedback'
import { isWith, type Level, mayAct, mayTake } from '@tiemchung/feedback/rules'
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import type { Role } from '@tiemchung/schemas/wire'
import { facts, steps, timeOf } from './elements.js'
import { drawEvidence } from './evidence.js'
import { attempt, element, say, show } from './page.js'
import { stateWords } from './states.js'
import { claimLines, dayOf, levelWords, type Pair, typeWords } from './words.js'

const levels: Readonly<Partial<Record<Role, Level>>> = {
  'commune-station': 'commune',
  'commune-police': 'police',
  'district-centre': 'district',
  'provincial-cdc': 'provincial-cdc',
  province: 'province',
  ministry: 'ministry',
}

/** The level of a desk; head and staff of a facility share one. */
export const levelOf = (role: Role): Level => levels[role] ?? 'facility'

export function drawDeskItem(staff: StaffClient, item: FeedbackItem, desk: Handler): void {
  const { request, state, dueAt, handler, supplements } = item
  const text = (given: string | Pair) => (typeof given === 'string' ? given : say(given))
  const { reporter, person } = request
  const title = element('item').querySelector('h2')
  if (title !== null) title.textContent = `${say(typeWords[request.type])} (${item.reference})`
  facts(element('facts'), [
    [say({ vi: 'Trạng thái', en: 'State' }), say(stateWords[state])],
    [say({ vi: 'Đang ở', en: 'With' }), `${say(levelWords[handler.level])} ${handler.unit}`],
    [say({ vi: 'Trả lời trước', en: 'Answer by' }), dueAt === undefined ? '' : timeOf(dueAt)],
    [
      say({ vi: 'Người được tiêm', en: 'Person' }),
      `${person.fullName}, ${dayOf(person.birthDate)}`,
    ],
    ...claimLines(request.claimed).map(([name, given]) => [say(name), text(given)] as const),
    [say({ vi: 'Mô tả', en: 'In their words' }), request.note ?? ''],
    [say({ vi: 'Bổ sung', en: 'Added' }), supplements.flatMap(({ note }) => note ?? []).join(' ')],
    [say({ vi: 'Người phản ánh', en: 'Reporter' }), `${reporter.fullName}, ${reporter.phone}`],
  ])
  steps(element('correction'), item)
  show(element('take'), mayAct(state, 'take') && mayTake(item, desk))
  show(element('decide'), mayAct(state, 'approve') && isWith(item, desk))
  show(element('ask'), mayAct(state, 'ask') && isWith(item, desk))
  show(element('pass'), mayAct(state, 'pass-on') && mayTake(item, desk))
  show(element('item'), true)
  attempt(() => drawEvidence(staff, item))
}
