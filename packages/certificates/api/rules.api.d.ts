// The public surface of @tiemchung/certificates/rules. Written by `node tools/run.mjs surface --write`.

export const ruleReasonCatalogue: Readonly<Record<"engine-unknown" | "external-missing" | "impossible-date" | "logic-threw" | "logic-too-costly" | "logic-too-large" | "not-in-force" | "other-country" | "other-region" | "other-type" | "rule-not-boolean" | "rule-not-met" | "schema-differs" | "superseded", CatalogueEntry>>;

export function checkLogic(logic: unknown, path?: Path): readonly Issue[];

export function evaluateLogic(logic: unknown, data: unknown): LogicOutcome;

export function evaluateRules(claims: HealthCertificateClaims, rules: readonly BusinessRule[], options: RulesOptions): RulesReport;

export function explainRule(check: Check): CatalogueEntry | undefined;

export function parseRules(documents: readonly unknown[]): readonly BusinessRule[];

export function ruleValueSets(documents: readonly unknown[]): RuleValueSets;

export interface BusinessRule {
    readonly Identifier: string;
    readonly Type: RuleKind;
    readonly Country: string;
    readonly Region?: string;
    readonly Version: string;
    readonly SchemaVersion: string;
    readonly Engine: string;
    readonly EngineVersion: string;
    readonly CertificateType: RuleCertificateType;
    readonly Description: readonly {
        readonly lang: string;
        readonly desc: string;
    }[];
    readonly ValidFrom: string;
    readonly ValidTo: string;
    readonly AffectedFields: readonly string[];
    readonly Logic: unknown;
}

export interface RulesOptions {
    readonly at: Date;
    readonly country: string;
    readonly region?: string;
    readonly issuer?: string;
    readonly valueSets?: RuleValueSets;
    readonly keyId?: Uint8Array;
}

export interface RulesReport extends Report<RuleCheckId> {
    readonly basis: {
        readonly at: string;
        readonly country: string;
        readonly region: string;
        readonly issuer: string;
        readonly type: CertificateType;
    };
}

export type LogicFault = 'logic-threw' | 'logic-too-costly' | 'logic-too-large';

export type LogicOutcome = {
    readonly outcome: 'fault';
    readonly reason: LogicFault;
} | {
    readonly outcome: 'value';
    readonly value: unknown;
};

export type RuleCertificateType = 'General' | 'Recovery' | 'Test' | 'Vaccination';

export type RuleCheckId = 'rule.acceptance' | 'rule.invalidation';

export type RuleKind = 'Acceptance' | 'Invalidation';

export type RuleReason = keyof typeof ruleReasonCatalogue;

export type RuleValueSets = Readonly<Record<string, readonly string[]>>;

// Named above, but not exported.

interface Entry {
    readonly tg: string;
    readonly co: string;
    readonly is: string;
    readonly ci: string;
}

interface HealthCertificateClaims {
    readonly type: CertificateType;
    readonly issuer?: string;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly payload: HealthCertificatePayload;
    readonly certificateId: string;
}

interface HealthCertificatePayload {
    readonly ver: string;
    readonly nam: PersonName;
    readonly dob: string;
    readonly v?: readonly [
        VaccinationEntry
    ];
    readonly t?: readonly [
        TestEntry
    ];
    readonly r?: readonly [
        RecoveryEntry
    ];
}

interface PersonName {
    readonly fn?: string;
    readonly fnt?: string;
    readonly gn?: string;
    readonly gnt?: string;
}

interface RecoveryEntry extends Entry {
    readonly fr: string;
    readonly df: string;
    readonly du: string;
}

interface TestEntry extends Entry {
    readonly tt: string;
    readonly nm?: string;
    readonly ma?: string;
    readonly sc: string;
    readonly tr: string;
    readonly tc?: string;
}

interface VaccinationEntry extends Entry {
    readonly vp: string;
    readonly mp: string;
    readonly ma: string;
    readonly dn: number;
    readonly sd: number;
    readonly dt: string;
}

type CertificateType = 'recovery' | 'test' | 'vaccination';
