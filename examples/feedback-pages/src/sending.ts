/** A draft is sent, goes on after a cut, and is confirmed by the code that came. */
import type { Draft } from '@tiemchung/feedback'
import { attempt, element, show, tell } from './page.js'
import { form } from './report-form.js'

const sentOff = { vi: 'Đã gửi. Nhập mã 6 số gửi đến điện thoại.', en: 'Sent. Type the six digits.' }
const another = {
  vi: 'Đã gửi mã khác. Mã trước không còn dùng được.',
  en: 'Another code was sent. The one before counts no more.',
}
const notTaken = { vi: 'Có tệp không được nhận.', en: 'A file was not taken.' }
const more = { vi: 'Hãy bấm "Gửi tiếp phần còn thiếu".', en: 'Press "Send again what is missing".' }

/** What the page shows at each stage of a draft. */
export function showStage(draft: Draft): void {
  const { stage } = draft.state()
  show(form, stage === 'open')
  show(element('confirmation'), stage !== 'open')
}

export const send = (draft: Draft): Promise<void> =>
  attempt(async () => {
    const progress = element<HTMLProgressElement>('progress')
    show(progress, true)
    const onProgress = ({ sent, total }: { sent: number; total: number }) =>
      void (progress.value = sent / total)
    const { failure, refused } = await draft.send({ onProgress }).finally(() => {
      show(progress, false)
      showStage(draft)
    })
    if (failure !== undefined) return tell([failure.sentences, more], true)
    tell(refused.length > 0 ? [sentOff, notTaken] : [sentOff])
    element('code').focus()
  })

/** For whom no code came, or too late. The platform sends so many an hour, and says how long to wait. */
export const sendAnotherCode = (draft: Draft): Promise<void> =>
  attempt(async () => {
    tell([])
    await draft.resendCode()
    tell([another])
    element<HTMLInputElement>('code').value = ''
    element('code').focus()
  })

export const confirmWithCode = (draft: Draft): Promise<void> =>
  attempt(async () => {
    const { reference } = await draft.confirm(element<HTMLInputElement>('code').value)
    const done = element('done')
    done.querySelector('.reference')?.replaceChildren(reference)
    show(element('confirmation'), false)
    show(done, true)
    // Files that are still to be sent keep the draft, and the button that sends them.
    if (draft.state().stage === 'confirmed') return tell([more], true)
    tell([])
    done.querySelector('h2')?.focus()
  })
