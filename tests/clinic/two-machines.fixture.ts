/** Machines of one facility on the real platform. People are invented. */
import { type Day, type DaySigning, openDay, type Store } from '@tiemchung/clinic'
import { memoryStore } from '@tiemchung/clinic/store/memory'
import { fixedClock, parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { createHttp, type Http } from '@tiemchung/http'
import { platformVerifier } from '@tiemchung/identity'
import { createSandbox } from '@tiemchung/sandbox'
import { covid2022SameDay, type Person } from '@tiemchung/schemas'
import { challengeSchema, sessionSchema } from '@tiemchung/schemas/wire'
import { softwareSigner } from '@tiemchung/signing'

const morning = new Date('2022-05-20T01:00:00Z')
export const date = parseCivilDate('2022-05-20')
export const facility = '01234'
const address = { province: '22', commune: '06790', asOf: date } as const

const no = 'no' as const
const screening = {
  anaphylaxisToVaccine: no,
  acuteOrProgressingDisease: no,
  anyAllergy: no,
  consciousnessOrBehaviourDisorder: no,
  congenitalOrChronicDisease: no,
  abnormalHeartOrLungSounds: no,
  anaphylaxisGrade3: no,
  otherContraindication: no,
}

/** What is entered on a machine. */
export interface Entered {
  readonly key: string
  readonly person: Person
  readonly lot?: string
  readonly by: string
  readonly minute: number
  readonly mode?: 'records' | 'seal'
}

/** A machine with a store of its own. */
export interface Machine {
  readonly day: Day
  readonly store: Store
  /** Has identities matched and signs what may be signed. */
  readonly sign: () => Promise<DaySigning>
}

/** The platform, with a line for the facility's staff. */
export async function openPlatform() {
  const sandbox = await createSandbox({ at: new Date('2022-05-20T03:00:00Z') })
  let token = ''
  let children = 0
  const otherAnswers = new Map<string, object>()
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const other = otherAnswers.get(pathname)
    otherAnswers.delete(pathname)
    return other === undefined ? sandbox.fetch(request) : Response.json(other)
  }
  const line = (): Http =>
    createHttp({
      baseUrl: 'http://sandbox',
      fetch,
      ...(token === '' ? {} : { tokens: () => Promise.resolve({ value: token }) }),
    })
  const account = `staff.${facility}`
  const password = sandbox.accounts.find(({ name }) => name === account)?.password
  const body = { account, password }
  const { challengeId } = await line().post('/v1/sessions', { body, schema: challengeSchema })
  const [message] = await sandbox.messages({ account })
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  const session = await line().post(`/v1/sessions/${challengeId}/answer`, {
    body: { code },
    schema: sessionSchema,
  })
  token = session.accessToken
  const own = sandbox.authority.facilityKeys.find((one) => one.facility === facility)
  if (own === undefined) throw new Error('the facility has no key')
  const { pkcs8, chain, algorithm } = own
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })

  /** A child that the register knows, and no test before has vaccinated. */
  async function newChild(): Promise<Person> {
    children += 1
    const number = `001314${String(500 + children).padStart(6, '0')}`
    const names = {
      fullName: 'Nguyễn Thị Quỳnh Hoà',
      birthDate: parsePartialDate('2014-09-02'),
      sex: 'female',
    } as const
    await sandbox.addPeople([{ number, ...names }])
    return {
      ...names,
      nationality: 'VN',
      identityDocument: { kind: 'personal-number', number },
      guardian: { fullName: 'Nguyễn Văn Mẫu', phone: '+84900000001', relationship: 'father' },
      permanentResidence: address,
      currentResidence: address,
    }
  }

  /** A machine on which one dose was entered, matched and signed. */
  async function machine(entered: Entered): Promise<Machine> {
    const { key, person, lot = 'FT0520', by, minute, mode = 'records' } = entered
    const clock = fixedClock(new Date(morning.getTime() + minute * 60_000))
    const store = memoryStore()
    const day = openDay({
      store,
      facility: { code: facility, canSign: true, district: '193' },
      date,
      eligibility: definePolicySet([...covid19Children5To11]),
      completeness: covid2022SameDay.completeness,
      volumes: { 'comirnaty-10': '0.2' },
      http: line(),
      clock,
    })
    const paper = { form: 'paper', reference: 'P-1', at: '2022-05-20T00:05:00Z' } as const
    const sign = async () => {
      await day.verifyIdentities(platformVerifier({ http: line() }), {
        officer: by,
        pollMs: 1,
        consentOf: () => ({ ...paper, by: 'father' }),
      })
      return day.sign(signer, { mode })
    }
    const consent = { state: 'agreed', by: 'father', date } as const
    await day.list([{ key, person, doses: [], consent, screening, infection: { state: 'no' } }])
    const dose = {
      number: 1,
      date,
      product: 'comirnaty-10',
      lot,
      volumeMl: '0.2',
      site: 'left-arm',
      vaccinator: 'nurse-1',
      givenAt: '2022-05-20T00:10:00Z',
      observedUntil: '2022-05-20T00:40:00Z',
    } as const
    await day.enter(key, dose, { enteredBy: by })
    const { signed } = await sign()
    if (signed !== 1) throw new Error('it was not signed')
    return { day, store, sign }
  }
  const anchors = sandbox.authority.facilityAnchors.map((certificate) => ({ certificate }))
  /** The next request of a path is answered with this, by no platform of ours. */
  const answerOnce = (path: string, answer: object) => otherAnswers.set(path, answer)
  return { sandbox, line, newChild, machine, anchors, answerOnce, close: () => sandbox.close() }
}
