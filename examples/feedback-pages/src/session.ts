/** Logging in as an officer: account, one-time code, and a password of their own before the first use. */
import type { Http } from '@tiemchung/http'
import {
  challengeSchema,
  passwordChangedSchema,
  type Session,
  sessionSchema,
} from '@tiemchung/schemas/wire'
import { attempt, element, platform, show, tell } from './page.js'
import { clientOf } from './tokens.js'

const codeSent = { vi: 'Mã 6 số đã được gửi.', en: 'A code was sent.' }
const ownPassword = { vi: 'Cần đặt mật khẩu riêng.', en: 'You need a password of your own.' }

const forms = ['log-in', 'challenge', 'change'] as const
const value = (id: string) => element<HTMLInputElement>(id).value
const open = platform()
let challengeId = ''

function turnTo(id: (typeof forms)[number] | undefined): void {
  for (const one of forms) show(element(one), one === id)
  if (id !== undefined) element(id).querySelector('input')?.focus()
}

const onSubmit = (id: (typeof forms)[number], work: () => Promise<void>) =>
  element(id).addEventListener('submit', (event) => {
    event.preventDefault()
    attempt(work)
  })

/** Goes through the forms, and hands over a client and a session that can be worked with. */
export function whenLoggedIn(begin: (http: Http, session: Session) => Promise<void>): void {
  let http: Http
  let session: Session
  const enter = async () => {
    turnTo(undefined)
    await begin(http, session)
  }
  onSubmit('log-in', async () => {
    const body = { account: value('account'), password: value('password') }
    const asked = { body, schema: challengeSchema, idempotencyKey: false } as const
    challengeId = (await open.post('/v1/sessions', asked)).challengeId
    turnTo('challenge')
    tell([codeSent])
  })
  onSubmit('challenge', async () => {
    const answer = { body: { code: value('code') }, schema: sessionSchema } as const
    const path = `/v1/sessions/${challengeId}/answer`
    session = await open.post(path, { ...answer, idempotencyKey: false })
    http = clientOf(session)
    if (session.mustChangePassword !== true) return enter()
    turnTo('change')
    tell([ownPassword])
  })
  onSubmit('change', async () => {
    const body = { current: value('password'), next: value('next') }
    await http.put('/v1/accounts/me/password', { body, schema: passwordChangedSchema })
    await enter()
  })
}
