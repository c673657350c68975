// The public surface of @tiemchung/identity/route. Written by `node tools/run.mjs surface --write`.

export const caseClasses: readonly [
    "not-entered",
    "not-required",
    "not-sent",
    "no-number",
    "malformed-number",
    "correct",
    "wrong-number",
    "wrong-name",
    "wrong-birth-date",
    "wrong-sex",
    "wrong-several",
    "wrong-unnamed",
    "unverified"
];

export const casePolicy2262: CasePolicy;

export const routingPolicy2262: RoutingPolicy;

export const wrongClasses: readonly [
    "wrong-number",
    "wrong-name",
    "wrong-birth-date",
    "wrong-sex",
    "wrong-several",
    "wrong-unnamed"
];

export function answeringFacility(one: Pick<IdentityCase, 'facility' | 'status'>, policy: RoutingPolicy): undefined | {
    readonly facility: string;
    readonly cite: readonly string[];
};

export function applyCorrection(state: CorrectionState | undefined, event: CorrectionEvent): CorrectionState;

export function classifyCase(facts: CaseFacts, policy: Pick<CasePolicy, 'notFound'>): CaseClass;

export function correctionsOf(events: Iterable<CorrectionEvent>): ReadonlyMap<string, CorrectionState>;

export function dayReportFaults({ communes, total }: IdentityDayReport): readonly string[];

export function handOverLists(cases: readonly IdentityCase[], policy: RoutingPolicy): readonly HandOverList[];

export function identityDayReport(events: readonly CorrectionEvent[], { date, madeAt }: {
    readonly date: CivilDate;
    readonly madeAt: Date;
}): IdentityDayReport;

export function openFields(one: {
    readonly class: CaseClass;
    readonly mismatched: readonly MatchField[];
}): readonly MatchField[];

export function routeCase(one: IdentityCase, policy: RoutingPolicy): Route | undefined;

export function routeDoseError(facility: string, policy: RoutingPolicy): Route;

export function tallyCases(classes: Iterable<CaseClass>): CaseTally;

export function tallyFaults(tally: CaseTally): readonly string[];

export interface CaseFacts {
    readonly entered: boolean;
    readonly status: IdentityStatus;
    readonly mismatched?: readonly MatchField[];
}

export interface CasePolicy extends PolicyHead {
    readonly format: 'identity-case-policy/1';
    readonly notFound: 'unverified' | 'wrong-number';
}

export interface CaseTally {
    readonly classes: Readonly<Record<CaseClass, number>>;
    readonly people: number;
    readonly entered: number;
    readonly sent: number;
    readonly withNumber: number;
    readonly withoutOrMalformed: number;
    readonly correct: number;
    readonly wrong: number;
    readonly unverified: number;
}

export interface CorrectionActor {
    readonly office: 'health' | 'police' | 'residents-group';
    readonly unit: string;
    readonly officer: string;
}

export interface CorrectionEvent {
    readonly id: Uuid;
    readonly recordId: string;
    readonly at: string;
    readonly by: CorrectionActor;
    readonly step: CorrectionStep;
}

export interface CorrectionState {
    readonly recordId: string;
    readonly stage: CorrectionStage;
    readonly class: CaseClass;
    readonly mismatched: readonly MatchField[];
    readonly commune: string;
    readonly decision?: Decision & {
        readonly by: CorrectionActor;
        readonly at: string;
    };
    readonly events: readonly CorrectionEvent[];
}

export interface HandOverList {
    readonly to: Corrector;
    readonly unit: string;
    readonly cases: readonly (IdentityCase & {
        readonly route: Route;
    })[];
}

export interface IdentityCase {
    readonly recordId: string;
    readonly status: IdentityStatus;
    readonly person: Pick<Person, 'currentResidence' | 'permanentResidence'>;
    readonly facility: string;
}

export interface Route {
    readonly to: Corrector;
    readonly unit: string;
    readonly action: RoutingRule['action'];
    readonly cite: readonly string[];
    readonly byCurrentResidence: boolean;
}

export interface RoutingPolicy extends PolicyHead {
    readonly format: 'identity-routing-policy/1';
    readonly rules: readonly RoutingRule[];
    readonly dose: {
        readonly to: Corrector;
        readonly by: 'facility';
        readonly cite: readonly string[];
    };
    readonly notMatched: {
        readonly by: 'facility';
        readonly cite: readonly string[];
    };
}

export interface RoutingRule {
    readonly status: IdentityStatus;
    readonly to: Corrector;
    readonly by: 'facility' | 'permanent-residence';
    readonly action: 'ask-again' | 'collect-number' | 'correct-dose' | 'correct-number' | 'verify-person';
    readonly cite: readonly string[];
}

export type CaseClass = (typeof caseClasses)[number];

export type CorrectionOutcome = 'claim-wrong' | 'register-wrong';

export type CorrectionReason = 'birth-certificate' | 'citizen-card' | 'civil-register' | 'person-heard' | 'residence-file';

export type CorrectionStage = 'corrected' | 'decided' | 'handed-over' | 'open' | 'settled';

export type CorrectionStep = {
    readonly kind: 'answered';
    readonly status: IdentityStatus;
    readonly class: CaseClass;
    readonly mismatched: readonly MatchField[];
} | {
    readonly kind: 'corrected';
    readonly fields: readonly MatchField[];
} | {
    readonly kind: 'decided';
    readonly outcome: CorrectionOutcome;
    readonly fields: readonly MatchField[];
    readonly because: CorrectionReason;
    readonly listId?: Uuid | undefined;
} | {
    readonly kind: 'handed-over';
    readonly listId: Uuid;
} | {
    readonly kind: 'opened';
    readonly class: CaseClass;
    readonly mismatched: readonly MatchField[];
    readonly commune: string;
};

export type Corrector = 'health' | 'police';

// Named above, but not exported.

type Decision = Extract<CorrectionStep, {
    kind: 'decided';
}>;
