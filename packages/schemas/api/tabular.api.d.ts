// The public surface of @tiemchung/schemas/tabular. Written by `node tools/run.mjs surface --write`.

export const pl1Layout: {
    readonly id: "pl1";
    readonly columns: readonly [
        Column<"listNumber">,
        Column<"fullName">,
        Column<"birthDate">,
        Column<"sex">,
        Column<"priorityGroup">,
        Column<"workplace">,
        Column<"phone">,
        Column<"identityNumber">,
        Column<"healthInsurance">,
        Column<"provinceName">,
        Column<"province">,
        Column<"districtName">,
        Column<"district">,
        Column<"communeName">,
        Column<"commune">,
        Column<"area">,
        Column<"detail">,
        Column<"product1">,
        Column<"date1">,
        Column<"lot1">,
        Column<"site1">,
        Column<"product2">,
        Column<"date2">,
        Column<"lot2">,
        Column<"site2">,
        Column<"note">,
        Column<"result">
    ];
};

export const supplementLayout: {
    readonly id: "supplement";
    readonly columns: readonly [
        Column<"listNumber">,
        Column<"fullName">,
        Column<"birthDate">,
        Column<"nationality">,
        Column<"passport">,
        Column<"relationship">,
        Column<"guardianName">,
        Column<"guardianPhone">,
        Column<"consent">,
        Column<"consentDate">,
        Column<"infection">,
        Column<"infectionDate">,
        Column<"anaphylaxisToVaccine">,
        Column<"acuteOrProgressingDisease">,
        Column<"anyAllergy">,
        Column<"consciousnessOrBehaviourDisorder">,
        Column<"congenitalOrChronicDisease">,
        Column<"abnormalHeartOrLungSounds">,
        Column<"anaphylaxisGrade3">,
        Column<"otherContraindication">,
        Column<"permanentProvince">,
        Column<"permanentDistrict">,
        Column<"permanentCommune">
    ];
};

export function joinRows(list: readonly Pl1Row[], supplement: readonly SupplementRow[], asOf: CivilDate): JoinedList;

export function readPl1(bytes: Uint8Array, options: ReadListOptions): Promise<ListReading<Pl1Row>>;

export function readSupplement(bytes: Uint8Array, options: ReadListOptions): Promise<ListReading<SupplementRow>>;

export function streamPl1(chunks: Chunks, options?: CellOptions): AsyncGenerator<StreamedRow<Pl1Row>>;

export function streamSupplement(chunks: Chunks, options?: CellOptions): AsyncGenerator<StreamedRow<SupplementRow>>;

export function writeBack(bytes: Uint8Array, issues: readonly RowIssue[], language?: Language, limits?: WorkbookLimits): Uint8Array;

export function writeCsv(id: Layout['id'], rows: readonly WrittenRow[]): string;

export function writeWorkbook(id: Layout['id'], rows: readonly WrittenRow[]): Promise<Uint8Array>;

export interface CellOptions {
    readonly acceptSuggestions?: boolean;
    readonly on?: CivilDate;
}

export interface Column<Key extends string = string> {
    readonly key: Key;
    readonly heading: string;
    readonly synonyms?: readonly string[];
    readonly kind: CellKind;
    readonly mandatory?: boolean;
    readonly needed?: boolean;
}

export interface JoinedList {
    readonly rows: readonly JoinedRow[];
    readonly issues: readonly RowIssue[];
    readonly unjoined: readonly number[];
}

export interface JoinedRow {
    readonly row: number;
    readonly listNumber: number;
    readonly person: Person;
    readonly doses: readonly PriorDose[];
    readonly consent: Consent;
    readonly screening: Screening;
    readonly infection: {
        readonly state: Answer;
        readonly onset?: CivilDate;
    };
}

export interface Layout<Key extends string = string> {
    readonly id: 'pl1' | 'supplement';
    readonly columns: readonly Column<Key>[];
}

export interface ListReading<Row> {
    readonly rows: readonly Row[];
    readonly issues: readonly RowIssue[];
    readonly refused: number;
    readonly listed: number;
}

export interface Pl1Row {
    readonly row: number;
    readonly listNumber: number;
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly sex: 'female' | 'male';
    readonly identityDocument: IdentityDocument;
    readonly priorityGroup?: number;
    readonly workplace?: string;
    readonly phone?: string;
    readonly healthInsurance?: string;
    readonly province: string;
    readonly district: string;
    readonly commune: string;
    readonly detail?: string;
    readonly doses: readonly PriorDose[];
    readonly note?: string;
}

export interface ReadListOptions extends CellOptions {
    readonly format: 'csv' | 'xlsx';
    readonly partial?: boolean;
    readonly limits?: WorkbookLimits;
}

export interface RowIssue extends Issue {
    readonly row: number;
    readonly column: string;
    readonly heading: string;
    readonly suggestion?: string;
}

export interface StreamedRow<Row> {
    readonly number: number;
    readonly row?: Row;
    readonly issues: readonly RowIssue[];
}

export interface SupplementRow {
    readonly row: number;
    readonly listNumber: number;
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly cells: Readonly<Partial<Record<SupplementKey, string>>>;
}

export interface WorkbookLimits {
    readonly rows: number;
    readonly unpacked: number;
    readonly parts: number;
}

export type CellKind = 'code-2' | 'code-3' | 'code-5' | 'country' | 'date' | 'day' | 'facility' | 'health-insurance' | 'identity-number' | 'ignored' | 'integer' | 'lot' | 'name' | 'note' | 'passport' | 'phone' | 'priority-group' | 'product' | 'relationship' | 'sex' | 'text' | 'yes-no';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Pl1Key = (typeof pl1Layout)['columns'][number]['key'];

export type SupplementKey = (typeof supplementLayout)['columns'][number]['key'];

export type WrittenRow = Readonly<Record<string, number | string | undefined>>;

// Named above, but not exported.

const answerSchema: z.ZodEnum<{
    unknown: "unknown";
    yes: "yes";
    no: "no";
}>;

const consentSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            mother: "mother";
            guardian: "guardian";
        }>;
        name: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        state: z.ZodLiteral<"agreed">;
    }, z.core.$strict>,
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            mother: "mother";
            guardian: "guardian";
        }>;
        name: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        state: z.ZodLiteral<"refused">;
    }, z.core.$strict>,
    z.ZodObject<{
        state: z.ZodLiteral<"none">;
    }, z.core.$strict>
], "state">;

const identityDocumentSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        kind: z.ZodLiteral<"personal-number">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"cmnd-9">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"cmnd-12">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"military-8">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"passport">;
        number: z.ZodString;
        country: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"none">;
        reason: z.ZodEnum<{
            "not-issued": "not-issued";
            "not-presented": "not-presented";
            malformed: "malformed";
        }>;
    }, z.core.$strict>
], "kind">;

const personSchema: z.ZodObject<{
    fullName: z.ZodString;
    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
    sex: z.ZodEnum<{
        unknown: "unknown";
        male: "male";
        female: "female";
    }>;
    nationality: z.ZodString;
    identityDocument: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            kind: z.ZodLiteral<"personal-number">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-9">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-12">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"military-8">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"passport">;
            number: z.ZodString;
            country: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"none">;
            reason: z.ZodEnum<{
                "not-issued": "not-issued";
                "not-presented": "not-presented";
                malformed: "malformed";
            }>;
        }, z.core.$strict>
    ], "kind">;
    healthInsurance: z.ZodOptional<z.ZodString>;
    phone: z.ZodOptional<z.ZodString>;
    guardian: z.ZodOptional<z.ZodObject<{
        relationship: z.ZodEnum<{
            father: "father";
            mother: "mother";
            guardian: "guardian";
        }>;
        fullName: z.ZodString;
        phone: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    permanentResidence: z.ZodOptional<z.ZodObject<{
        province: z.ZodString;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodString;
        detail: z.ZodOptional<z.ZodString>;
        asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    }, z.core.$strict>>;
    currentResidence: z.ZodObject<{
        province: z.ZodString;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodString;
        detail: z.ZodOptional<z.ZodString>;
        asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    }, z.core.$strict>;
    workplace: z.ZodOptional<z.ZodString>;
    ethnicGroup: z.ZodOptional<z.ZodString>;
    priorityGroup: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;

const priorDoseSchema: z.ZodObject<{
    number: z.ZodInt;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    product: z.ZodString;
    lot: z.ZodOptional<z.ZodString>;
    facility: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

const screeningSchema: z.ZodObject<{
    anaphylaxisToVaccine: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    acuteOrProgressingDisease: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    anyAllergy: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    consciousnessOrBehaviourDisorder: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    congenitalOrChronicDisease: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    abnormalHeartOrLungSounds: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    anaphylaxisGrade3: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
    otherContraindication: z.ZodEnum<{
        unknown: "unknown";
        yes: "yes";
        no: "no";
    }>;
}, z.core.$strict>;

type Answer = z.infer<typeof answerSchema>;

type Consent = z.infer<typeof consentSchema>;

type IdentityDocument = z.infer<typeof identityDocumentSchema>;

type Person = z.infer<typeof personSchema>;

type PriorDose = z.infer<typeof priorDoseSchema>;

type Screening = z.infer<typeof screeningSchema>;
