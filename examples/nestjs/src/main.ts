import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { Body, Controller, HttpCode, Inject, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { explainCheck, verifyCertificate, type VerifyOptions } from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import { fromPem, openChecks } from '@tiemchung/core'
import { DoseController, DoseJudge } from './doses.js'

/** The lists of the folder `sample`, read once: start again when newer ones come. */
async function readLists() {
  const read = (file: string) => readFile(`sample/${file}`, 'utf8')
  const pem = fromPem(await read('csca.pem'), 'CERTIFICATE')
  const anchors = pem.map((certificate) => ({ country: 'VN', certificate }))
  const list: unknown = JSON.parse(await read('trust-list.json'))
  const { trust } = await loadTrustList(list, { anchors, at: new Date() })
  const revocation = loadRevocationList(JSON.parse(await read('revocation-list.json')))
  return () => ({ trust, revocation, at: new Date() })
}

/** The verdict on the text of a QR code and the reasons, and never whom it is about. */
@Controller('verify')
class VerifyController {
  constructor(@Inject(readLists) private readonly options: () => VerifyOptions) {}

  @Post() @HttpCode(200) async verify(@Body('code') code: unknown) {
    const report = await verifyCertificate(String(code), this.options())
    const reasons = openChecks(report).map((one) => ({ check: one.id, ...explainCheck(one)?.says }))
    return { verdict: report.verdict, reasons }
  }
}

@Module({
  controllers: [VerifyController, DoseController],
  providers: [DoseJudge, { provide: readLists, useFactory: readLists }],
})
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(process.env.PORT ?? 3000, '127.0.0.1'))
