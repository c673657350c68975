/** Verifies the text of a QR code in the browser. Lists are files that the verifier picks; nothing leaves the page. */
import { explainCheck, type VerificationReport, verifyCertificate } from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import { fromPem, isSdkError, openChecks } from '@tiemchung/core'

const form = document.querySelector('form') as HTMLFormElement
const output = document.querySelector('output') as HTMLOutputElement

async function textOf(data: FormData, name: string): Promise<string> {
  const value = data.get(name)
  return value instanceof File ? value.text() : (value ?? '')
}

async function verify(data: FormData, at: Date): Promise<VerificationReport> {
  const pem = fromPem(await textOf(data, 'anchor'), 'CERTIFICATE')
  const anchors = pem.map((certificate) => ({ country: 'VN', certificate }))
  const list: unknown = JSON.parse(await textOf(data, 'trust'))
  const { trust } = await loadTrustList(list, { anchors, at })
  const revocation = loadRevocationList(JSON.parse(await textOf(data, 'revoked')))
  const code = (await textOf(data, 'code')).trim()
  return verifyCertificate(code, { trust, revocation, at })
}

function sentences(report: VerificationReport): readonly string[] {
  if (report.verdict === 'valid') {
    const { nam, dob } = report.claims.payload
    const name = [nam.fn, nam.gn].filter(Boolean).join(' ')
    return ['HỢP LỆ', `${name}, sinh ${dob}`, 'Hãy so họ tên và ngày sinh với giấy tờ tuỳ thân.']
  }
  const head = report.verdict === 'invalid' ? 'KHÔNG HỢP LỆ' : 'CHƯA XÁC ĐỊNH ĐƯỢC'
  return [head, ...openChecks(report).flatMap((check) => explainCheck(check)?.says.vi ?? check.id)]
}

// A verdict must never stand beside a code that it is not about.
form.addEventListener('input', () => {
  output.textContent = ''
})
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  output.textContent = ''
  try {
    output.textContent = sentences(await verify(new FormData(form), new Date())).join('\n')
  } catch (error) {
    const says = isSdkError(error) ? error.sentences.vi : 'Tệp không đọc được.'
    output.textContent = `CHƯA XÁC ĐỊNH ĐƯỢC\n${says}`
  }
})
