import { Body, Controller, HttpCode, Injectable, Post } from '@nestjs/common'
import { definePolicySet, evaluate } from '@tiemchung/eligibility'
import { covid19Children5To11 as rules } from '@tiemchung/eligibility/policies'
import * as records from '@tiemchung/schemas'

const policies = definePolicySet(rules)
const volumes = Object.fromEntries(rules.flatMap((r) => r.products.map((p) => [p.id, p.volumeMl])))

/** Judges a dose record before it is closed: its fields, whether it is complete, whether it counts. */
@Injectable()
export class DoseJudge {
  judge(document: unknown) {
    const { data, error } = records.doseRecordSchema.safeParse(document, { reportInput: true })
    if (error) return { closable: false, issues: records.issuesFromZod(error) }
    const { completeness: policy } = records.covid2022SameDay
    const found = records.judgeCompleteness(data, { policy, purpose: 'may-be-signed', volumes })
    // The identity is matched after the record is closed.
    const issues = found.issues.filter(({ code }) => code !== 'completeness.identity')
    const doses = [...data.priorDoses, data.dose]
    const subject = { birthDate: data.person.birthDate, doses, facts: {} }
    const judged = evaluate(subject, policies, data.dose.date).doses.at(-1)
    return { closable: issues.length === 0 && judged?.n === data.dose.number, issues, dose: judged }
  }
}

@Controller('doses')
export class DoseController {
  constructor(private readonly doses: DoseJudge) {}

  @Post('judge') @HttpCode(200) judge(@Body() document: unknown) {
    return this.doses.judge(document)
  }
}
