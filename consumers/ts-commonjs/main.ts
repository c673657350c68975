/** A service in the manner of NestJS: CommonJS, decorators with metadata, subpaths without `exports`. */
import { decodeCertificate } from '@tiemchung/certificates/envelope'
import { type Clock, civilDateAt, isSdkError, systemClock } from '@tiemchung/core'
import { entries } from './entries.js'

function logged(_target: object, _key: string, _descriptor: PropertyDescriptor): void {}

class CertificateService {
  constructor(private readonly clock: Clock = systemClock) {}

  @logged
  read(text: string): string {
    try {
      decodeCertificate(text)
      return 'readable'
    } catch (error) {
      if (isSdkError(error)) return error.code
      throw error
    }
  }

  today(): string {
    return civilDateAt(this.clock.now())
  }
}

const service = new CertificateService()
const code = service.read('not a certificate')
if (code === 'readable') throw new Error('a text that is no certificate was read')
console.log(`${entries.length} entries, ${service.today()}, ${code}`)
