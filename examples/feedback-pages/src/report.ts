/** A parent's report: a draft that is kept on the device, sent once, confirmed by a code. */
import { openDraft } from '@tiemchung/feedback'
import { noticeReference } from '@tiemchung/feedback/notice'
import { openStore } from './drafts.js'
import { attempt, draw, element, platform, show, tell } from './page.js'
import { photosOf } from './photos.js'
import { showFacilities, showNotice } from './places.js'
import { fill, form, read, showClaims } from './report-form.js'
import { confirmWithCode, send, sendAnotherCode, showStage } from './sending.js'

const kept = { vi: 'Bản nháp trên máy này đã được mở lại.', en: 'Your draft is open again.' }

const http = platform()
const draft = await openDraft({ http, store: await openStore() })
const { form: before, stage } = draft.state()
const noticed = noticeReference(location.href) !== undefined

form.addEventListener('input', () => {
  showClaims()
  tell([])
  attempt(() => draft.change(read()))
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  attempt(() => draft.change(read())).then(() => send(draft))
})
element('confirmation').addEventListener('submit', (event) => {
  event.preventDefault()
  confirmWithCode(draft)
})
element('again').addEventListener('click', () => void send(draft))
element('another').addEventListener('click', () => void sendAnotherCode(draft))
element('discard').addEventListener('click', () =>
  attempt(async () => {
    await draft.discard()
    location.reload()
  }),
)

photosOf(draft)
fill(before)
showStage(draft)
if (before.type !== undefined || stage !== 'open') tell([kept])
show(element('place'), !noticed)
await attempt(async () => {
  if (!noticed) return showFacilities(http, before.facility)
  if (stage !== 'open') return
  const dose = await draft.startFromNotice(location.href)
  draw(() => showNotice(dose))
})
