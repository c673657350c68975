// The public surface of @tiemchung/schemas/tabular. Written by `node tools/run.mjs surface --write`.

export const columnMapSchema: z.ZodObject<{
    format: z.ZodLiteral<"column-map/1">;
    layout: z.ZodEnum<{
        full: "full";
        pl1: "pl1";
    }>;
    encoding: z.ZodOptional<z.ZodEnum<{
        "utf-16be": "utf-16be";
        "utf-16le": "utf-16le";
        "utf-8": "utf-8";
        "windows-1252": "windows-1252";
        "windows-1258": "windows-1258";
    }>>;
    headingRow: z.ZodInt;
    columns: z.ZodArray<z.ZodObject<{
        from: z.ZodArray<z.ZodString>;
        headings: z.ZodOptional<z.ZodArray<z.ZodString>>;
        to: z.ZodString;
        join: z.ZodOptional<z.ZodString>;
        split: z.ZodOptional<z.ZodObject<{
            by: z.ZodString;
            part: z.ZodInt;
        }, z.core.$strict>>;
        dateOrder: z.ZodOptional<z.ZodEnum<{
            dmy: "dmy";
            mdy: "mdy";
            ymd: "ymd";
        }>>;
        codes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        letters: z.ZodOptional<z.ZodEnum<{
            "utf-8-twice": "utf-8-twice";
            tcvn3: "tcvn3";
            vni: "vni";
        }>>;
        confidence: z.ZodOptional<z.ZodNumber>;
        evidence: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>>;
    constants: z.ZodRecord<z.ZodString, z.ZodString>;
}, z.core.$strict>;

export const fullLayout: {
    readonly id: "full";
    readonly columns: readonly [
        Column<"listNumber">,
        Column<"fullName">,
        Column<"birthDate">,
        Column<"sex">,
        Column<"identityNumber">,
        Column<"noNumberReason">,
        Column<"nationality">,
        Column<"passport">,
        Column<"healthInsurance">,
        Column<"phone">,
        Column<"guardianName">,
        Column<"relationship">,
        Column<"guardianPhone">,
        Column<"priorityGroup">,
        Column<"workplace">,
        Column<"provinceName">,
        Column<"province">,
        Column<"districtName">,
        Column<"district">,
        Column<"communeName">,
        Column<"commune">,
        Column<"detail">,
        Column<"permanentProvince">,
        Column<"permanentDistrict">,
        Column<"permanentCommune">,
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
        Column<"product1">,
        Column<"date1">,
        Column<"lot1">,
        Column<"expiry1">,
        Column<"volume1">,
        Column<"site1">,
        Column<"product2">,
        Column<"date2">,
        Column<"lot2">,
        Column<"expiry2">,
        Column<"volume2">,
        Column<"site2">,
        Column<"product3">,
        Column<"date3">,
        Column<"lot3">,
        Column<"expiry3">,
        Column<"volume3">,
        Column<"site3">,
        Column<"note">,
        Column<"result">
    ];
};

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

export function applyColumnMap(map: ColumnMap, rows: readonly (readonly CellValue[])[]): readonly MappedRow[];

export function detectEncoding(bytes: Uint8Array, { format, limits }: {
    readonly format: 'csv' | 'xlsx';
    readonly limits?: WorkbookLimits;
}): Promise<EncodingReport>;

export function findHeading(rows: readonly (readonly CellValue[])[], sample?: number): FoundHeading | undefined;

export function fromOldLetters(letters: OldLetters, text: string): string;

export function importRows(map: ColumnMap, sheet: SheetCells, options: ImportOptions): ImportReading;

export function joinRows(list: readonly Pl1Row[], supplement: readonly SupplementRow[], asOf: CivilDate): JoinedList;

export function lintColumnMap(map: ColumnMap, rows?: Rows): readonly Issue[];

export function parseColumnMap(value: unknown): ColumnMap;

export function proposeColumnMap(headings: readonly CellValue[], sampleRows: readonly (readonly CellValue[])[], { layout, headingRow, }?: {
    readonly layout?: ColumnMap['layout'];
    readonly headingRow?: number;
}): ColumnProposal;

export function readFull(bytes: Uint8Array, options: ReadListOptions & FullOptions): Promise<ListReading<FullRow>>;

export function readPl1(bytes: Uint8Array, options: ReadListOptions): Promise<ListReading<Pl1Row>>;

export function readSheet(bytes: Uint8Array, { format, encoding, limits }: ReadSheetOptions): Promise<SheetCells>;

export function readSupplement(bytes: Uint8Array, options: ReadListOptions): Promise<ListReading<SupplementRow>>;

export function streamFull(chunks: Chunks, options: StreamOptions & FullOptions): AsyncGenerator<StreamedRow<FullRow>>;

export function streamPl1(chunks: Chunks, options?: StreamOptions): AsyncGenerator<StreamedRow<Pl1Row>>;

export function streamSupplement(chunks: Chunks, options?: StreamOptions): AsyncGenerator<StreamedRow<SupplementRow>>;

export function writeBack(bytes: Uint8Array, issues: readonly RowIssue[], language?: Language, limits?: WorkbookLimits): Uint8Array;

export function writeCsv(id: Layout['id'], rows: readonly WrittenRow[]): string;

export function writeSheet(rows: readonly (readonly (null | number | string)[])[], { widths, heading, orientation, text }?: SheetLook): Promise<Uint8Array>;

export function writeWorkbook(id: Layout['id'], rows: readonly WrittenRow[], { notes, blank }?: WriteOptions): Promise<Uint8Array>;

export interface CellOptions {
    readonly acceptSuggestions?: boolean;
    readonly on?: CivilDate;
    readonly letters?: LettersOption;
}

export interface CellRange {
    readonly text: string;
    readonly firstRow: number;
    readonly lastRow: number;
    readonly firstColumn: number;
    readonly lastColumn: number;
}

export interface Column<Key extends string = string> {
    readonly key: Key;
    readonly heading: string;
    readonly synonyms?: readonly string[];
    readonly kind: CellKind;
    readonly mandatory?: boolean;
    readonly needed?: boolean;
    readonly routed?: boolean;
}

export interface ColumnLetters {
    readonly column: string;
    readonly letters: 'plain' | 'unclear' | 'unicode' | OldLetters;
    readonly words: number;
    readonly syllables: SyllableCounts;
}

export interface ColumnProposal {
    readonly map: ColumnMap;
    readonly unmapped: readonly UnmappedColumn[];
    readonly missing: readonly string[];
}

export interface EncodingReport {
    readonly encoding?: CsvEncoding;
    readonly because?: 'byte-order-mark' | 'syllables' | 'valid-utf-8' | 'zero-bytes';
    readonly letters: 'mixed' | 'plain' | 'unclear' | 'unicode' | OldLetters;
    readonly columns: readonly ColumnLetters[];
}

export interface FoundHeading {
    readonly headingRow: number;
    readonly headings: readonly CellValue[];
    readonly sampleRows: readonly (readonly CellValue[])[];
}

export interface FullOptions {
    readonly asOf: CivilDate;
    readonly volumes?: DoseVolumes;
}

export interface FullRow extends JoinedRow {
    readonly doses: readonly ListedDose[];
    readonly note?: string;
}

export interface ImportOptions extends Omit<CellOptions, 'letters'> {
    readonly asOf: CivilDate;
    readonly volumes?: DoseVolumes;
}

export interface ImportReading {
    readonly rows: readonly (FullRow | Pl1Row)[];
    readonly issues: readonly RowIssue[];
    readonly refused: number;
    readonly listed: number;
    readonly written: readonly WrittenRow[];
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
    readonly id: 'full' | 'pl1' | 'supplement';
    readonly columns: readonly Column<Key>[];
}

export interface ListReading<Row> {
    readonly rows: readonly Row[];
    readonly issues: readonly RowIssue[];
    readonly refused: number;
    readonly listed: number;
}

export interface ListedDose extends PriorDose {
    readonly volumeMl?: string;
    readonly expiry?: PartialDate;
}

export interface MappedRow {
    readonly row: number;
    readonly cells: WrittenRow;
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
    readonly encoding?: CsvEncoding;
    readonly partial?: boolean;
    readonly limits?: WorkbookLimits;
}

export interface ReadSheetOptions {
    readonly format: 'csv' | 'xlsx';
    readonly encoding?: CsvEncoding;
    readonly limits?: WorkbookLimits;
}

export interface RowIssue extends Issue {
    readonly row: number;
    readonly column: string;
    readonly heading: string;
    readonly suggestion?: string;
}

export interface SheetCells {
    readonly rows: readonly (readonly CellValue[])[];
    readonly formulas: ReadonlySet<string>;
    readonly faulty: ReadonlySet<string>;
    readonly merged: readonly CellRange[];
}

export interface SheetLook {
    readonly widths?: readonly number[];
    readonly heading?: number;
    readonly orientation?: 'landscape';
    readonly text?: boolean;
}

export interface StreamOptions extends CellOptions {
    readonly encoding?: CsvEncoding;
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

export interface UnmappedColumn {
    readonly from: string;
    readonly heading: string;
}

export interface WorkbookLimits {
    readonly rows: number;
    readonly unpacked: number;
    readonly parts: number;
}

export interface WriteOptions {
    readonly notes?: Language;
    readonly blank?: number;
}

export type CellKind = 'code-2' | 'code-3' | 'code-5' | 'country' | 'date' | 'day' | 'expiry' | 'facility' | 'health-insurance' | 'identity-number' | 'ignored' | 'integer' | 'lot' | 'name' | 'no-number-reason' | 'note' | 'passport' | 'phone' | 'priority-group' | 'product' | 'relationship' | 'sex' | 'text' | 'volume' | 'yes-no';

export type CellValue = Date | boolean | null | number | string;

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type ColumnMap = z.infer<typeof columnMapSchema>;

export type CsvEncoding = 'utf-16be' | 'utf-16le' | 'utf-8' | 'windows-1252' | 'windows-1258';

export type DateOrder = z.infer<typeof dateOrderSchema>;

export type DoseVolumes = Readonly<Record<string, string | undefined>>;

export type FullKey = (typeof fullLayout)['columns'][number]['key'];

export type LettersOption = OldLetters | Readonly<Partial<Record<string, OldLetters>>>;

export type MappedColumn = z.infer<typeof mappedColumnSchema>;

export type OldLetters = 'tcvn3' | 'utf-8-twice' | 'vni';

export type Pl1Key = (typeof pl1Layout)['columns'][number]['key'];

export type SupplementKey = (typeof supplementLayout)['columns'][number]['key'];

export type SyllableCounts = Readonly<Record<'unicode' | OldLetters, number>>;

export type WrittenRow = Readonly<Record<string, number | string | undefined>>;

// Named above, but not exported.

const answerSchema: z.ZodEnum<{
    no: "no";
    unknown: "unknown";
    yes: "yes";
}>;

const consentSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
        }>;
        name: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        state: z.ZodLiteral<"agreed">;
    }, z.core.$strict>,
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
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

const dateOrderSchema: z.ZodEnum<{
    dmy: "dmy";
    mdy: "mdy";
    ymd: "ymd";
}>;

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

const mappedColumnSchema: z.ZodObject<{
    from: z.ZodArray<z.ZodString>;
    headings: z.ZodOptional<z.ZodArray<z.ZodString>>;
    to: z.ZodString;
    join: z.ZodOptional<z.ZodString>;
    split: z.ZodOptional<z.ZodObject<{
        by: z.ZodString;
        part: z.ZodInt;
    }, z.core.$strict>>;
    dateOrder: z.ZodOptional<z.ZodEnum<{
        dmy: "dmy";
        mdy: "mdy";
        ymd: "ymd";
    }>>;
    codes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    letters: z.ZodOptional<z.ZodEnum<{
        "utf-8-twice": "utf-8-twice";
        tcvn3: "tcvn3";
        vni: "vni";
    }>>;
    confidence: z.ZodOptional<z.ZodNumber>;
    evidence: z.ZodOptional<z.ZodArray<z.ZodString>>;
}, z.core.$strict>;

const personSchema: z.ZodObject<{
    fullName: z.ZodString;
    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
    sex: z.ZodEnum<{
        female: "female";
        male: "male";
        unknown: "unknown";
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
            guardian: "guardian";
            mother: "mother";
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
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    acuteOrProgressingDisease: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    anyAllergy: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    consciousnessOrBehaviourDisorder: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    congenitalOrChronicDisease: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    abnormalHeartOrLungSounds: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    anaphylaxisGrade3: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    otherContraindication: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
}, z.core.$strict>;

type Answer = z.infer<typeof answerSchema>;

type Consent = z.infer<typeof consentSchema>;

type IdentityDocument = z.infer<typeof identityDocumentSchema>;

type Person = z.infer<typeof personSchema>;

type PriorDose = z.infer<typeof priorDoseSchema>;

type Rows = readonly (readonly CellValue[])[];

type Screening = z.infer<typeof screeningSchema>;
