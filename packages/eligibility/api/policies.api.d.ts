// The public surface of @tiemchung/eligibility/policies. Written by `node tools/run.mjs surface --write`.

export const covid19Adolescents12To17: readonly EligibilityPolicy[];

export const covid19Children5To11: readonly EligibilityPolicy[];

// Named above, but not exported.

const consenters: readonly [
    "father",
    "mother",
    "guardian"
];

const eligibilityFormat = "eligibility-policy/1";

const screeningItems: readonly [
    "anaphylaxisToVaccine",
    "acuteOrProgressingDisease",
    "anyAllergy",
    "consciousnessOrBehaviourDisorder",
    "congenitalOrChronicDisease",
    "abnormalHeartOrLungSounds",
    "anaphylaxisGrade3",
    "otherContraindication"
];

const statuses: readonly [
    "contraindicated",
    "complete",
    "tooOld",
    "tooYoung",
    "notRecommended",
    "deferred",
    "tooSoon",
    "needsScreening",
    "unknown",
    "needsConsent",
    "eligible"
];

interface AgeWindow {
    readonly ageFrom: string;
    readonly ageBefore: string;
}

interface Cited {
    readonly cite: readonly string[];
    readonly assumes?: readonly string[];
}

interface EligibilityPolicy extends PolicyHead {
    readonly format: typeof eligibilityFormat;
    readonly title: Sentences;
    readonly calendar: {
        readonly monthOverflow: 'clamp' | 'forward';
        readonly firstDay: 'next' | 'same';
    };
    readonly population: AgeWindow & Cited;
    readonly products: readonly PolicyProduct[];
    readonly series: readonly PolicySeries[];
    readonly ageTransition?: Cited & {
        readonly toPolicy: string;
        readonly review: boolean;
    };
    readonly infectionDeferrals: readonly InfectionDeferral[];
    readonly screeningDeferrals: readonly ScreeningRule[];
    readonly contraindications: readonly ScreeningRule[];
    readonly precautions: readonly ScreeningRule[];
    readonly hospital: readonly ScreeningRule[];
    readonly consent: (Cited & {
        readonly by: readonly Consenter[];
    }) | null;
    readonly precedence: readonly Status[];
}

interface InfectionDeferral extends Cited {
    readonly id: string;
    readonly fact: 'covid19Infection';
    readonly anchor: 'onset' | 'recovery';
    readonly for: string;
    readonly says: Sentences;
}

interface PolicyDose extends Cited {
    readonly n: number;
    readonly products: readonly string[];
    readonly intervals?: readonly PolicyInterval[];
    readonly sameBrandAs?: number;
}

interface PolicyInterval extends Cited {
    readonly from: {
        readonly dose: number;
    } | {
        readonly previous: 'uncounted';
    };
    readonly after?: readonly string[];
    readonly min: string;
    readonly graceDays: number;
    readonly recommended?: string;
    readonly overdueAfter?: string;
}

interface PolicyProduct extends Cited {
    readonly id: string;
    readonly brand: string;
    readonly name: Sentences;
    readonly cvx?: string;
    readonly doseMcg: number;
    readonly volumeMl: string;
    readonly use: AgeWindow | null;
    readonly counts: AgeWindow & Cited & {
        readonly graceDays: number;
    };
    readonly review?: boolean;
}

interface PolicySeries {
    readonly id: string;
    readonly name: Sentences;
    readonly doses: readonly PolicyDose[];
}

interface ScreeningRule extends Cited {
    readonly id: string;
    readonly item: ScreeningItem;
    readonly says: Sentences;
}

type Consenter = (typeof consenters)[number];

type ScreeningItem = (typeof screeningItems)[number];

type Status = (typeof statuses)[number];
