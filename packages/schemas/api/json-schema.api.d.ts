// The public surface of @tiemchung/schemas/json-schema. Written by `node tools/run.mjs surface --write`.

export const jsonSchemaNames: readonly JsonSchemaName[];

export function jsonSchemaOf(name: JsonSchemaName): Record<string, unknown>;

export type JsonSchemaName = keyof typeof documents;

// Named above, but not exported.

const documents: {
    readonly person: z.ZodObject<{
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
    readonly facility: z.ZodObject<{
        code: z.ZodString;
        name: z.ZodString;
        province: z.ZodString;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodString;
        asOf: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        periods: z.ZodOptional<z.ZodArray<z.ZodObject<{
            from: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            to: z.ZodNullable<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
            owner: z.ZodEnum<{
                "ministry-of-health": "ministry-of-health";
                "ministry-or-branch": "ministry-or-branch";
                "non-public": "non-public";
                province: "province";
            }>;
            reportsTo: z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    line: z.ZodLiteral<"province">;
                    province: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    line: z.ZodLiteral<"ministry-of-health">;
                }, z.core.$strict>,
                z.ZodObject<{
                    line: z.ZodLiteral<"ministry-or-branch">;
                    branch: z.ZodEnum<{
                        "public-security": "public-security";
                        defence: "defence";
                        other: "other";
                    }>;
                }, z.core.$strict>
            ], "line">;
        }, z.core.$strict>>>;
        canSign: z.ZodBoolean;
    }, z.core.$strict>;
    readonly 'dose-record': z.ZodObject<{
        format: z.ZodLiteral<"dose-record/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        person: z.ZodObject<{
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
        dose: z.ZodObject<{
            number: z.ZodInt;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            product: z.ZodString;
            lot: z.ZodString;
            expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
            volumeMl: z.ZodString;
            site: z.ZodEnum<{
                "left-arm": "left-arm";
                "left-thigh": "left-thigh";
                "right-arm": "right-arm";
                "right-thigh": "right-thigh";
            }>;
            route: z.ZodLiteral<"intramuscular">;
            facility: z.ZodString;
            vaccinator: z.ZodString;
            givenAt: z.ZodString;
            observedUntil: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>;
        priorDoses: z.ZodArray<z.ZodObject<{
            number: z.ZodInt;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            product: z.ZodString;
            lot: z.ZodOptional<z.ZodString>;
            facility: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        screening: z.ZodObject<{
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
        examination: z.ZodOptional<z.ZodObject<{
            temperature: z.ZodOptional<z.ZodString>;
            pulse: z.ZodOptional<z.ZodInt>;
            conclusion: z.ZodOptional<z.ZodEnum<{
                caution: "caution";
                contraindicated: "contraindicated";
                defer: "defer";
                eligible: "eligible";
                hospital: "hospital";
            }>>;
            by: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        consent: z.ZodDiscriminatedUnion<[
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
        identity: z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                status: z.ZodLiteral<"matched">;
                verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                at: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                status: z.ZodLiteral<"not-required">;
                because: z.ZodLiteral<"foreign-passport">;
            }, z.core.$strict>,
            z.ZodObject<{
                status: z.ZodEnum<{
                    "malformed-number": "malformed-number";
                    "no-number": "no-number";
                    "not-found": "not-found";
                    mismatched: "mismatched";
                    unverifiable: "unverifiable";
                }>;
                verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
                at: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                status: z.ZodLiteral<"pending">;
            }, z.core.$strict>
        ], "status">;
        reactions: z.ZodOptional<z.ZodArray<z.ZodObject<{
            what: z.ZodEnum<{
                "chest-pain": "chest-pain";
                "muscle-pain": "muscle-pain";
                "pain-at-site": "pain-at-site";
                "swelling-at-site": "swelling-at-site";
                anaphylaxis: "anaphylaxis";
                breathlessness: "breathlessness";
                fainting: "fainting";
                fatigue: "fatigue";
                fever: "fever";
                headache: "headache";
                nausea: "nausea";
                other: "other";
                rash: "rash";
                seizure: "seizure";
            }>;
            onset: z.ZodString;
            grade: z.ZodInt;
            outcome: z.ZodEnum<{
                fatal: "fatal";
                ongoing: "ongoing";
                recovering: "recovering";
                resolved: "resolved";
                sequelae: "sequelae";
                unknown: "unknown";
            }>;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
        enteredAt: z.ZodString;
        enteredBy: z.ZodString;
        amends: z.ZodOptional<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            hash: z.ZodString;
            firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            reason: z.ZodEnum<{
                "entry-error": "entry-error";
                "identity-correction": "identity-correction";
                "register-correction": "register-correction";
                feedback: "feedback";
            }>;
            feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly reaction: z.ZodObject<{
        format: z.ZodLiteral<"reaction/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        facility: z.ZodString;
        reportedAt: z.ZodString;
        source: z.ZodEnum<{
            facility: "facility";
            guardian: "guardian";
            hospital: "hospital";
            person: "person";
        }>;
        enteredBy: z.ZodString;
        reactions: z.ZodArray<z.ZodObject<{
            what: z.ZodEnum<{
                "chest-pain": "chest-pain";
                "muscle-pain": "muscle-pain";
                "pain-at-site": "pain-at-site";
                "swelling-at-site": "swelling-at-site";
                anaphylaxis: "anaphylaxis";
                breathlessness: "breathlessness";
                fainting: "fainting";
                fatigue: "fatigue";
                fever: "fever";
                headache: "headache";
                nausea: "nausea";
                other: "other";
                rash: "rash";
                seizure: "seizure";
            }>;
            onset: z.ZodString;
            grade: z.ZodInt;
            outcome: z.ZodEnum<{
                fatal: "fatal";
                ongoing: "ongoing";
                recovering: "recovering";
                resolved: "resolved";
                sequelae: "sequelae";
                unknown: "unknown";
            }>;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>;
    readonly envelope: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            kind: z.ZodLiteral<"dose-records">;
            documents: z.ZodArray<z.ZodObject<{
                format: z.ZodLiteral<"dose-record/1">;
                id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                person: z.ZodObject<{
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
                dose: z.ZodObject<{
                    number: z.ZodInt;
                    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                    product: z.ZodString;
                    lot: z.ZodString;
                    expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                    volumeMl: z.ZodString;
                    site: z.ZodEnum<{
                        "left-arm": "left-arm";
                        "left-thigh": "left-thigh";
                        "right-arm": "right-arm";
                        "right-thigh": "right-thigh";
                    }>;
                    route: z.ZodLiteral<"intramuscular">;
                    facility: z.ZodString;
                    vaccinator: z.ZodString;
                    givenAt: z.ZodString;
                    observedUntil: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>;
                priorDoses: z.ZodArray<z.ZodObject<{
                    number: z.ZodInt;
                    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                    product: z.ZodString;
                    lot: z.ZodOptional<z.ZodString>;
                    facility: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>;
                screening: z.ZodObject<{
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
                examination: z.ZodOptional<z.ZodObject<{
                    temperature: z.ZodOptional<z.ZodString>;
                    pulse: z.ZodOptional<z.ZodInt>;
                    conclusion: z.ZodOptional<z.ZodEnum<{
                        caution: "caution";
                        contraindicated: "contraindicated";
                        defer: "defer";
                        eligible: "eligible";
                        hospital: "hospital";
                    }>>;
                    by: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>;
                consent: z.ZodDiscriminatedUnion<[
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
                identity: z.ZodDiscriminatedUnion<[
                    z.ZodObject<{
                        status: z.ZodLiteral<"matched">;
                        verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                        at: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        status: z.ZodLiteral<"not-required">;
                        because: z.ZodLiteral<"foreign-passport">;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        status: z.ZodEnum<{
                            "malformed-number": "malformed-number";
                            "no-number": "no-number";
                            "not-found": "not-found";
                            mismatched: "mismatched";
                            unverifiable: "unverifiable";
                        }>;
                        verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
                        at: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        status: z.ZodLiteral<"pending">;
                    }, z.core.$strict>
                ], "status">;
                reactions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    what: z.ZodEnum<{
                        "chest-pain": "chest-pain";
                        "muscle-pain": "muscle-pain";
                        "pain-at-site": "pain-at-site";
                        "swelling-at-site": "swelling-at-site";
                        anaphylaxis: "anaphylaxis";
                        breathlessness: "breathlessness";
                        fainting: "fainting";
                        fatigue: "fatigue";
                        fever: "fever";
                        headache: "headache";
                        nausea: "nausea";
                        other: "other";
                        rash: "rash";
                        seizure: "seizure";
                    }>;
                    onset: z.ZodString;
                    grade: z.ZodInt;
                    outcome: z.ZodEnum<{
                        fatal: "fatal";
                        ongoing: "ongoing";
                        recovering: "recovering";
                        resolved: "resolved";
                        sequelae: "sequelae";
                        unknown: "unknown";
                    }>;
                    note: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>>;
                enteredAt: z.ZodString;
                enteredBy: z.ZodString;
                amends: z.ZodOptional<z.ZodObject<{
                    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                    hash: z.ZodString;
                    firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                    reason: z.ZodEnum<{
                        "entry-error": "entry-error";
                        "identity-correction": "identity-correction";
                        "register-correction": "register-correction";
                        feedback: "feedback";
                    }>;
                    feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
                }, z.core.$strict>>;
            }, z.core.$strict>>;
            format: z.ZodLiteral<"envelope/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            sender: z.ZodString;
            sentAt: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"signed-records">;
            documents: z.ZodArray<z.ZodObject<{
                format: z.ZodLiteral<"signed-record/1">;
                recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                facility: z.ZodString;
                jws: z.ZodUnion<readonly [
                    z.ZodString,
                    z.ZodObject<{
                        payload: z.ZodString;
                        protected: z.ZodString;
                        header: z.ZodObject<{
                            etsiU: z.ZodArray<z.ZodString>;
                        }, z.core.$strict>;
                        signature: z.ZodString;
                    }, z.core.$strict>
                ]>;
            }, z.core.$strict>>;
            format: z.ZodLiteral<"envelope/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            sender: z.ZodString;
            sentAt: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"reactions">;
            documents: z.ZodArray<z.ZodObject<{
                format: z.ZodLiteral<"reaction/1">;
                id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                facility: z.ZodString;
                reportedAt: z.ZodString;
                source: z.ZodEnum<{
                    facility: "facility";
                    guardian: "guardian";
                    hospital: "hospital";
                    person: "person";
                }>;
                enteredBy: z.ZodString;
                reactions: z.ZodArray<z.ZodObject<{
                    what: z.ZodEnum<{
                        "chest-pain": "chest-pain";
                        "muscle-pain": "muscle-pain";
                        "pain-at-site": "pain-at-site";
                        "swelling-at-site": "swelling-at-site";
                        anaphylaxis: "anaphylaxis";
                        breathlessness: "breathlessness";
                        fainting: "fainting";
                        fatigue: "fatigue";
                        fever: "fever";
                        headache: "headache";
                        nausea: "nausea";
                        other: "other";
                        rash: "rash";
                        seizure: "seizure";
                    }>;
                    onset: z.ZodString;
                    grade: z.ZodInt;
                    outcome: z.ZodEnum<{
                        fatal: "fatal";
                        ongoing: "ongoing";
                        recovering: "recovering";
                        resolved: "resolved";
                        sequelae: "sequelae";
                        unknown: "unknown";
                    }>;
                    note: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>;
                replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            }, z.core.$strict>>;
            format: z.ZodLiteral<"envelope/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            sender: z.ZodString;
            sentAt: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"certificate-requests">;
            documents: z.ZodArray<z.ZodObject<{
                format: z.ZodLiteral<"certificate-request/1">;
                id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                familyName: z.ZodString;
                givenName: z.ZodOptional<z.ZodString>;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                nationality: z.ZodString;
                disease: z.ZodLiteral<"840539006">;
                dosesReceived: z.ZodInt;
                courseDoses: z.ZodInt;
                vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                doseNumber: z.ZodInt;
                product: z.ZodString;
                lot: z.ZodString;
                recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            }, z.core.$strict>>;
            format: z.ZodLiteral<"envelope/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            sender: z.ZodString;
            sentAt: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"feedback">;
            documents: z.ZodArray<z.ZodObject<{
                format: z.ZodLiteral<"feedback/1">;
                id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                type: z.ZodEnum<{
                    "duplicate-dose": "duplicate-dose";
                    "missing-dose": "missing-dose";
                    "wrong-birth-date": "wrong-birth-date";
                    "wrong-dose-date": "wrong-dose-date";
                    "wrong-dose-number": "wrong-dose-number";
                    "wrong-identity-number": "wrong-identity-number";
                    "wrong-lot": "wrong-lot";
                    "wrong-name": "wrong-name";
                    "wrong-product": "wrong-product";
                    "wrong-sex": "wrong-sex";
                    other: "other";
                }>;
                reporter: z.ZodObject<{
                    fullName: z.ZodString;
                    phone: z.ZodString;
                    relationship: z.ZodEnum<{
                        father: "father";
                        guardian: "guardian";
                        mother: "mother";
                        self: "self";
                    }>;
                }, z.core.$strict>;
                person: z.ZodObject<{
                    fullName: z.ZodString;
                    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                    identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
                    ], "kind">>;
                }, z.core.$strict>;
                recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
                facility: z.ZodOptional<z.ZodString>;
                province: z.ZodOptional<z.ZodString>;
                district: z.ZodOptional<z.ZodString>;
                commune: z.ZodOptional<z.ZodString>;
                claimed: z.ZodObject<{
                    fullName: z.ZodOptional<z.ZodString>;
                    birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
                    sex: z.ZodOptional<z.ZodEnum<{
                        female: "female";
                        male: "male";
                        unknown: "unknown";
                    }>>;
                    identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
                    ], "kind">>;
                    doseNumber: z.ZodOptional<z.ZodInt>;
                    doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                    product: z.ZodOptional<z.ZodString>;
                    lot: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            format: z.ZodLiteral<"envelope/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            sender: z.ZodString;
            sentAt: z.ZodString;
        }, z.core.$strict>
    ], "kind">;
    readonly 'signed-record': z.ZodObject<{
        format: z.ZodLiteral<"signed-record/1">;
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        facility: z.ZodString;
        jws: z.ZodUnion<readonly [
            z.ZodString,
            z.ZodObject<{
                payload: z.ZodString;
                protected: z.ZodString;
                header: z.ZodObject<{
                    etsiU: z.ZodArray<z.ZodString>;
                }, z.core.$strict>;
                signature: z.ZodString;
            }, z.core.$strict>
        ]>;
    }, z.core.$strict>;
    readonly 'sealed-record': z.ZodObject<{
        format: z.ZodLiteral<"sealed-record/1">;
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        facility: z.ZodString;
        record: z.ZodString;
        proof: z.ZodObject<{
            format: z.ZodLiteral<"seal-proof/1">;
            seal: z.ZodString;
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            index: z.ZodInt;
            hashes: z.ZodArray<z.ZodString>;
        }, z.core.$strict>;
        seal: z.ZodObject<{
            format: z.ZodLiteral<"day-seal/1">;
            facility: z.ZodString;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            jws: z.ZodUnion<readonly [
                z.ZodString,
                z.ZodObject<{
                    payload: z.ZodString;
                    protected: z.ZodString;
                    header: z.ZodObject<{
                        etsiU: z.ZodArray<z.ZodString>;
                    }, z.core.$strict>;
                    signature: z.ZodString;
                }, z.core.$strict>
            ]>;
        }, z.core.$strict>;
    }, z.core.$strict>;
    readonly receipt: z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        serverId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        receivedAt: z.ZodString;
        hash: z.ZodString;
    }, z.core.$strict>;
    readonly minutes: z.ZodObject<{
        format: z.ZodLiteral<"minutes/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        ledBy: z.ZodObject<{
            role: z.ZodEnum<{
                "commune-chair": "commune-chair";
                "facility-head": "facility-head";
            }>;
            fullName: z.ZodString;
        }, z.core.$strict>;
        parties: z.ZodArray<z.ZodObject<{
            role: z.ZodEnum<{
                "health-station": "health-station";
                "residents-group": "residents-group";
                police: "police";
                school: "school";
            }>;
            fullName: z.ZodString;
        }, z.core.$strict>>;
        records: z.ZodArray<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            hash: z.ZodString;
        }, z.core.$strict>>;
        concludedAt: z.ZodString;
    }, z.core.$strict>;
    readonly 'minuted-records': z.ZodObject<{
        minutes: z.ZodObject<{
            format: z.ZodLiteral<"minutes/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            facility: z.ZodString;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            ledBy: z.ZodObject<{
                role: z.ZodEnum<{
                    "commune-chair": "commune-chair";
                    "facility-head": "facility-head";
                }>;
                fullName: z.ZodString;
            }, z.core.$strict>;
            parties: z.ZodArray<z.ZodObject<{
                role: z.ZodEnum<{
                    "health-station": "health-station";
                    "residents-group": "residents-group";
                    police: "police";
                    school: "school";
                }>;
                fullName: z.ZodString;
            }, z.core.$strict>>;
            records: z.ZodArray<z.ZodObject<{
                recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                hash: z.ZodString;
            }, z.core.$strict>>;
            concludedAt: z.ZodString;
        }, z.core.$strict>;
        records: z.ZodArray<z.ZodString>;
    }, z.core.$strict>;
    readonly 'verification-request': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        number: z.ZodString;
        oldNumber: z.ZodOptional<z.ZodString>;
        fullName: z.ZodString;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        sex: z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>;
        purpose: z.ZodLiteral<"vaccination-record">;
        officer: z.ZodString;
        consent: z.ZodObject<{
            form: z.ZodEnum<{
                paper: "paper";
                sms: "sms";
                vneid: "vneid";
            }>;
            reference: z.ZodString;
            at: z.ZodString;
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
                self: "self";
            }>;
        }, z.core.$strict>;
    }, z.core.$strict>;
    readonly 'verification-result': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        outcome: z.ZodEnum<{
            "not-found": "not-found";
            match: "match";
            mismatch: "mismatch";
            unverifiable: "unverifiable";
        }>;
        mismatched: z.ZodArray<z.ZodEnum<{
            "birth-date": "birth-date";
            name: "name";
            number: "number";
            sex: "sex";
        }>>;
        at: z.ZodString;
        source: z.ZodString;
    }, z.core.$strict>;
    readonly 'verification-batch-request': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        requests: z.ZodArray<z.ZodObject<{
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            number: z.ZodString;
            oldNumber: z.ZodOptional<z.ZodString>;
            fullName: z.ZodString;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            sex: z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>;
            purpose: z.ZodLiteral<"vaccination-record">;
            officer: z.ZodString;
            consent: z.ZodObject<{
                form: z.ZodEnum<{
                    paper: "paper";
                    sms: "sms";
                    vneid: "vneid";
                }>;
                reference: z.ZodString;
                at: z.ZodString;
                by: z.ZodEnum<{
                    father: "father";
                    guardian: "guardian";
                    mother: "mother";
                    self: "self";
                }>;
            }, z.core.$strict>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly 'verification-batch': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        state: z.ZodEnum<{
            done: "done";
            pending: "pending";
        }>;
        results: z.ZodArray<z.ZodObject<{
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            outcome: z.ZodEnum<{
                "not-found": "not-found";
                match: "match";
                mismatch: "mismatch";
                unverifiable: "unverifiable";
            }>;
            mismatched: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
            at: z.ZodString;
            source: z.ZodString;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly 'register-correction': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        number: z.ZodString;
        fullName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
        sex: z.ZodOptional<z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>>;
        officer: z.ZodString;
    }, z.core.$strict>;
    readonly 'hand-over-list': z.ZodObject<{
        format: z.ZodLiteral<"hand-over-list/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        to: z.ZodEnum<{
            "residents-group": "residents-group";
            health: "health";
            police: "police";
        }>;
        unit: z.ZodString;
        hamlet: z.ZodOptional<z.ZodString>;
        madeAt: z.ZodString;
        madeBy: z.ZodString;
        rows: z.ZodArray<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            class: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                unverified: "unverified";
            }>;
            mismatched: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
            byCurrentResidence: z.ZodBoolean;
            claimed: z.ZodObject<{
                number: z.ZodOptional<z.ZodString>;
                fullName: z.ZodString;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                sex: z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>;
            }, z.core.$strict>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly 'returned-list': z.ZodObject<{
        format: z.ZodLiteral<"returned-list/1">;
        list: z.ZodObject<{
            format: z.ZodLiteral<"hand-over-list/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            to: z.ZodEnum<{
                "residents-group": "residents-group";
                health: "health";
                police: "police";
            }>;
            unit: z.ZodString;
            hamlet: z.ZodOptional<z.ZodString>;
            madeAt: z.ZodString;
            madeBy: z.ZodString;
            rows: z.ZodArray<z.ZodObject<{
                recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                class: z.ZodEnum<{
                    "malformed-number": "malformed-number";
                    "no-number": "no-number";
                    "wrong-birth-date": "wrong-birth-date";
                    "wrong-name": "wrong-name";
                    "wrong-number": "wrong-number";
                    "wrong-several": "wrong-several";
                    "wrong-sex": "wrong-sex";
                    "wrong-unnamed": "wrong-unnamed";
                    unverified: "unverified";
                }>;
                mismatched: z.ZodArray<z.ZodEnum<{
                    "birth-date": "birth-date";
                    name: "name";
                    number: "number";
                    sex: "sex";
                }>>;
                byCurrentResidence: z.ZodBoolean;
                claimed: z.ZodObject<{
                    number: z.ZodOptional<z.ZodString>;
                    fullName: z.ZodString;
                    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                    sex: z.ZodEnum<{
                        female: "female";
                        male: "male";
                        unknown: "unknown";
                    }>;
                }, z.core.$strict>;
            }, z.core.$strict>>;
        }, z.core.$strict>;
        findings: z.ZodArray<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            outcome: z.ZodEnum<{
                "claim-wrong": "claim-wrong";
                "left-open": "left-open";
                "register-wrong": "register-wrong";
            }>;
            because: z.ZodOptional<z.ZodEnum<{
                "birth-certificate": "birth-certificate";
                "citizen-card": "citizen-card";
                "civil-register": "civil-register";
                "person-heard": "person-heard";
                "residence-file": "residence-file";
            }>>;
            corrected: z.ZodOptional<z.ZodObject<{
                number: z.ZodOptional<z.ZodOptional<z.ZodString>>;
                fullName: z.ZodOptional<z.ZodString>;
                birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
                sex: z.ZodOptional<z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly 'identity-day-report': z.ZodObject<{
        format: z.ZodLiteral<"identity-day-report/1">;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        madeAt: z.ZodString;
        communes: z.ZodArray<z.ZodObject<{
            openBefore: z.ZodInt;
            opened: z.ZodInt;
            settled: z.ZodInt;
            openAfter: z.ZodInt;
            claimWrong: z.ZodInt;
            registerWrong: z.ZodInt;
            classes: z.ZodRecord<z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                unverified: "unverified";
            }> & z.core.$partial, z.ZodInt>;
            commune: z.ZodString;
        }, z.core.$strict>>;
        total: z.ZodObject<{
            openBefore: z.ZodInt;
            opened: z.ZodInt;
            settled: z.ZodInt;
            openAfter: z.ZodInt;
            claimWrong: z.ZodInt;
            registerWrong: z.ZodInt;
            classes: z.ZodRecord<z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                unverified: "unverified";
            }> & z.core.$partial, z.ZodInt>;
        }, z.core.$strict>;
    }, z.core.$strict>;
    readonly 'correction-event': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        at: z.ZodString;
        by: z.ZodObject<{
            office: z.ZodEnum<{
                "residents-group": "residents-group";
                health: "health";
                police: "police";
            }>;
            unit: z.ZodString;
            officer: z.ZodString;
        }, z.core.$strict>;
        step: z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"opened">;
                class: z.ZodEnum<{
                    "malformed-number": "malformed-number";
                    "no-number": "no-number";
                    "wrong-birth-date": "wrong-birth-date";
                    "wrong-name": "wrong-name";
                    "wrong-number": "wrong-number";
                    "wrong-several": "wrong-several";
                    "wrong-sex": "wrong-sex";
                    "wrong-unnamed": "wrong-unnamed";
                    unverified: "unverified";
                }>;
                mismatched: z.ZodArray<z.ZodEnum<{
                    "birth-date": "birth-date";
                    name: "name";
                    number: "number";
                    sex: "sex";
                }>>;
                commune: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"handed-over">;
                listId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"decided">;
                outcome: z.ZodEnum<{
                    "claim-wrong": "claim-wrong";
                    "register-wrong": "register-wrong";
                }>;
                fields: z.ZodArray<z.ZodEnum<{
                    "birth-date": "birth-date";
                    name: "name";
                    number: "number";
                    sex: "sex";
                }>>;
                because: z.ZodEnum<{
                    "birth-certificate": "birth-certificate";
                    "citizen-card": "citizen-card";
                    "civil-register": "civil-register";
                    "person-heard": "person-heard";
                    "residence-file": "residence-file";
                }>;
                listId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"corrected">;
                fields: z.ZodArray<z.ZodEnum<{
                    "birth-date": "birth-date";
                    name: "name";
                    number: "number";
                    sex: "sex";
                }>>;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"answered">;
                status: z.ZodEnum<{
                    "malformed-number": "malformed-number";
                    "no-number": "no-number";
                    "not-found": "not-found";
                    "not-required": "not-required";
                    matched: "matched";
                    mismatched: "mismatched";
                    unverifiable: "unverifiable";
                }>;
                class: z.ZodEnum<{
                    "malformed-number": "malformed-number";
                    "no-number": "no-number";
                    "not-required": "not-required";
                    "wrong-birth-date": "wrong-birth-date";
                    "wrong-name": "wrong-name";
                    "wrong-number": "wrong-number";
                    "wrong-several": "wrong-several";
                    "wrong-sex": "wrong-sex";
                    "wrong-unnamed": "wrong-unnamed";
                    correct: "correct";
                    unverified: "unverified";
                }>;
                mismatched: z.ZodArray<z.ZodEnum<{
                    "birth-date": "birth-date";
                    name: "name";
                    number: "number";
                    sex: "sex";
                }>>;
            }, z.core.$strict>
        ], "kind">;
    }, z.core.$strict>;
    readonly 'archived-list': z.ZodObject<{
        format: z.ZodLiteral<"archived-list/1">;
        listId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sentHash: z.ZodString;
        hash: z.ZodString;
        signature: z.ZodObject<{
            form: z.ZodEnum<{
                cms: "cms";
                jws: "jws";
            }>;
            value: z.ZodString;
        }, z.core.$strict>;
        signer: z.ZodObject<{
            office: z.ZodEnum<{
                "residents-group": "residents-group";
                health: "health";
                police: "police";
            }>;
            unit: z.ZodString;
            officer: z.ZodString;
        }, z.core.$strict>;
        receivedAt: z.ZodString;
        receivedBy: z.ZodString;
    }, z.core.$strict>;
    readonly 'certificate-request': z.ZodObject<{
        format: z.ZodLiteral<"certificate-request/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        familyName: z.ZodString;
        givenName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        nationality: z.ZodString;
        disease: z.ZodLiteral<"840539006">;
        dosesReceived: z.ZodInt;
        courseDoses: z.ZodInt;
        vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        doseNumber: z.ZodInt;
        product: z.ZodString;
        lot: z.ZodString;
        recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>;
    readonly 'issue-request': z.ZodObject<{
        request: z.ZodObject<{
            format: z.ZodLiteral<"certificate-request/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            familyName: z.ZodString;
            givenName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            nationality: z.ZodString;
            disease: z.ZodLiteral<"840539006">;
            dosesReceived: z.ZodInt;
            courseDoses: z.ZodInt;
            vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            doseNumber: z.ZodInt;
            product: z.ZodString;
            lot: z.ZodString;
            recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        }, z.core.$strict>;
        algorithm: z.ZodEnum<{
            ES256: "ES256";
            PS256: "PS256";
        }>;
        replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>;
    readonly 'issued-certificate': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        certificateId: z.ZodString;
        text: z.ZodString;
        issuedAt: z.ZodString;
        expiresAt: z.ZodString;
        recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        revoked: z.ZodBoolean;
    }, z.core.$strict>;
    readonly 'feedback-request': z.ZodObject<{
        format: z.ZodLiteral<"feedback/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        type: z.ZodEnum<{
            "duplicate-dose": "duplicate-dose";
            "missing-dose": "missing-dose";
            "wrong-birth-date": "wrong-birth-date";
            "wrong-dose-date": "wrong-dose-date";
            "wrong-dose-number": "wrong-dose-number";
            "wrong-identity-number": "wrong-identity-number";
            "wrong-lot": "wrong-lot";
            "wrong-name": "wrong-name";
            "wrong-product": "wrong-product";
            "wrong-sex": "wrong-sex";
            other: "other";
        }>;
        reporter: z.ZodObject<{
            fullName: z.ZodString;
            phone: z.ZodString;
            relationship: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
                self: "self";
            }>;
        }, z.core.$strict>;
        person: z.ZodObject<{
            fullName: z.ZodString;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
            ], "kind">>;
        }, z.core.$strict>;
        recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        facility: z.ZodOptional<z.ZodString>;
        province: z.ZodOptional<z.ZodString>;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodOptional<z.ZodString>;
        claimed: z.ZodObject<{
            fullName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
            sex: z.ZodOptional<z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>>;
            identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
            ], "kind">>;
            doseNumber: z.ZodOptional<z.ZodInt>;
            doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
            product: z.ZodOptional<z.ZodString>;
            lot: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    readonly 'feedback-item': z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        reference: z.ZodString;
        request: z.ZodObject<{
            format: z.ZodLiteral<"feedback/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            type: z.ZodEnum<{
                "duplicate-dose": "duplicate-dose";
                "missing-dose": "missing-dose";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-dose-date": "wrong-dose-date";
                "wrong-dose-number": "wrong-dose-number";
                "wrong-identity-number": "wrong-identity-number";
                "wrong-lot": "wrong-lot";
                "wrong-name": "wrong-name";
                "wrong-product": "wrong-product";
                "wrong-sex": "wrong-sex";
                other: "other";
            }>;
            reporter: z.ZodObject<{
                fullName: z.ZodString;
                phone: z.ZodString;
                relationship: z.ZodEnum<{
                    father: "father";
                    guardian: "guardian";
                    mother: "mother";
                    self: "self";
                }>;
            }, z.core.$strict>;
            person: z.ZodObject<{
                fullName: z.ZodString;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
                ], "kind">>;
            }, z.core.$strict>;
            recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            facility: z.ZodOptional<z.ZodString>;
            province: z.ZodOptional<z.ZodString>;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodOptional<z.ZodString>;
            claimed: z.ZodObject<{
                fullName: z.ZodOptional<z.ZodString>;
                birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
                sex: z.ZodOptional<z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>>;
                identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
                ], "kind">>;
                doseNumber: z.ZodOptional<z.ZodInt>;
                doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                product: z.ZodOptional<z.ZodString>;
                lot: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>;
        state: z.ZodEnum<{
            "awaiting-code": "awaiting-code";
            "in-review": "in-review";
            "needs-information": "needs-information";
            approved: "approved";
            later: "later";
            received: "received";
            rejected: "rejected";
            resolved: "resolved";
            withdrawn: "withdrawn";
        }>;
        handler: z.ZodObject<{
            level: z.ZodEnum<{
                "provincial-cdc": "provincial-cdc";
                commune: "commune";
                district: "district";
                facility: "facility";
                ministry: "ministry";
                police: "police";
                province: "province";
            }>;
            unit: z.ZodString;
        }, z.core.$strict>;
        openTo: z.ZodOptional<z.ZodArray<z.ZodObject<{
            level: z.ZodEnum<{
                "provincial-cdc": "provincial-cdc";
                commune: "commune";
                district: "district";
                facility: "facility";
                ministry: "ministry";
                police: "police";
                province: "province";
            }>;
            unit: z.ZodString;
        }, z.core.$strict>>>;
        receivedAt: z.ZodOptional<z.ZodString>;
        dueAt: z.ZodOptional<z.ZodString>;
        evidence: z.ZodArray<z.ZodObject<{
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            mediaType: z.ZodEnum<{
                "application/pdf": "application/pdf";
                "image/jpeg": "image/jpeg";
                "image/png": "image/png";
            }>;
            bytes: z.ZodInt;
            sha256: z.ZodString;
        }, z.core.$strict>>;
        supplements: z.ZodArray<z.ZodObject<{
            at: z.ZodString;
            note: z.ZodOptional<z.ZodString>;
            claimed: z.ZodOptional<z.ZodObject<{
                fullName: z.ZodOptional<z.ZodString>;
                birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
                sex: z.ZodOptional<z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>>;
                identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
                ], "kind">>;
                doseNumber: z.ZodOptional<z.ZodInt>;
                doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                product: z.ZodOptional<z.ZodString>;
                lot: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        decision: z.ZodOptional<z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                outcome: z.ZodLiteral<"approved">;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>,
            z.ZodObject<{
                outcome: z.ZodLiteral<"later">;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>,
            z.ZodObject<{
                outcome: z.ZodLiteral<"rejected">;
                reason: z.ZodEnum<{
                    "birth-date-differs": "birth-date-differs";
                    "confirmation-incomplete": "confirmation-incomplete";
                    "dose-number-differs": "dose-number-differs";
                    "name-contradicts-certificate": "name-contradicts-certificate";
                    "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                    "nothing-matches": "nothing-matches";
                    "personal-data-altered": "personal-data-altered";
                    "personal-data-covered": "personal-data-covered";
                    "photo-unreadable": "photo-unreadable";
                    "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                    "product-differs": "product-differs";
                    "screening-form-incomplete": "screening-form-incomplete";
                    "vaccination-date-differs": "vaccination-date-differs";
                }>;
            }, z.core.$strict>
        ], "outcome">>;
        events: z.ZodArray<z.ZodObject<{
            at: z.ZodString;
            action: z.ZodEnum<{
                "pass-on": "pass-on";
                approve: "approve";
                ask: "ask";
                attach: "attach";
                confirm: "confirm";
                correct: "correct";
                postpone: "postpone";
                reject: "reject";
                resolve: "resolve";
                supplement: "supplement";
                take: "take";
                withdraw: "withdraw";
            }>;
            state: z.ZodEnum<{
                "awaiting-code": "awaiting-code";
                "in-review": "in-review";
                "needs-information": "needs-information";
                approved: "approved";
                later: "later";
                received: "received";
                rejected: "rejected";
                resolved: "resolved";
                withdrawn: "withdrawn";
            }>;
            officer: z.ZodOptional<z.ZodString>;
            decision: z.ZodOptional<z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    outcome: z.ZodLiteral<"approved">;
                    note: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>,
                z.ZodObject<{
                    outcome: z.ZodLiteral<"later">;
                    note: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>,
                z.ZodObject<{
                    outcome: z.ZodLiteral<"rejected">;
                    reason: z.ZodEnum<{
                        "birth-date-differs": "birth-date-differs";
                        "confirmation-incomplete": "confirmation-incomplete";
                        "dose-number-differs": "dose-number-differs";
                        "name-contradicts-certificate": "name-contradicts-certificate";
                        "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                        "nothing-matches": "nothing-matches";
                        "personal-data-altered": "personal-data-altered";
                        "personal-data-covered": "personal-data-covered";
                        "photo-unreadable": "photo-unreadable";
                        "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                        "product-differs": "product-differs";
                        "screening-form-incomplete": "screening-form-incomplete";
                        "vaccination-date-differs": "vaccination-date-differs";
                    }>;
                }, z.core.$strict>
            ], "outcome">>;
            asks: z.ZodOptional<z.ZodString>;
            handler: z.ZodOptional<z.ZodObject<{
                level: z.ZodEnum<{
                    "provincial-cdc": "provincial-cdc";
                    commune: "commune";
                    district: "district";
                    facility: "facility";
                    ministry: "ministry";
                    police: "police";
                    province: "province";
                }>;
                unit: z.ZodString;
            }, z.core.$strict>>;
            step: z.ZodOptional<z.ZodEnum<{
                amended: "amended";
                matched: "matched";
                reissued: "reissued";
                revoked: "revoked";
                signed: "signed";
            }>>;
        }, z.core.$strict>>;
        revision: z.ZodInt;
        amendmentId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        correction: z.ZodArray<z.ZodObject<{
            step: z.ZodEnum<{
                amended: "amended";
                matched: "matched";
                reissued: "reissued";
                revoked: "revoked";
                signed: "signed";
            }>;
            at: z.ZodString;
            made: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            outcome: z.ZodEnum<{
                "not-needed": "not-needed";
                done: "done";
            }>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly 'day-report': z.ZodObject<{
        sequence: z.ZodOptional<z.ZodInt>;
        byMinutes: z.ZodOptional<z.ZodInt>;
        sent: z.ZodOptional<z.ZodInt>;
        unreadable: z.ZodOptional<z.ZodInt>;
        policy: z.ZodOptional<z.ZodObject<{
            id: z.ZodString;
            version: z.ZodString;
            regime: z.ZodString;
            unknownSteps: z.ZodInt;
        }, z.core.$strict>>;
        late: z.ZodOptional<z.ZodObject<{
            ofDay: z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
            }, z.core.$strict>;
            ofEarlierDays: z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
            }, z.core.$strict>;
        }, z.core.$strict>>;
        amendments: z.ZodOptional<z.ZodObject<{
            made: z.ZodInt;
            signed: z.ZodInt;
            acknowledged: z.ZodInt;
        }, z.core.$strict>>;
        sessions: z.ZodOptional<z.ZodArray<z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
            id: z.ZodString;
        }, z.core.$strict>>>;
        vaccinators: z.ZodOptional<z.ZodArray<z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
            code: z.ZodString;
        }, z.core.$strict>>>;
        minutes: z.ZodOptional<z.ZodArray<z.ZodObject<{
            from: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                given: "given";
                settled: "settled";
                signed: "signed";
            }>;
            to: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                given: "given";
                settled: "settled";
                signed: "signed";
            }>;
            count: z.ZodInt;
            median: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strict>>>;
        deadlines: z.ZodOptional<z.ZodArray<z.ZodObject<{
            step: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                reported: "reported";
                sent: "sent";
                settled: "settled";
                signed: "signed";
            }>;
            dueAt: z.ZodOptional<z.ZodString>;
            minutesLeft: z.ZodOptional<z.ZodInt>;
            open: z.ZodInt;
            overdue: z.ZodInt;
        }, z.core.$strict>>>;
        identity: z.ZodOptional<z.ZodObject<{
            beforeFirstDose: z.ZodInt;
            afterFirstDose: z.ZodInt;
            open: z.ZodInt;
            inTime: z.ZodOptional<z.ZodBoolean>;
        }, z.core.$strict>>;
        next: z.ZodOptional<z.ZodArray<z.ZodObject<{
            who: z.ZodString;
            step: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                reported: "reported";
                sent: "sent";
                settled: "settled";
                signed: "signed";
            }>;
            code: z.ZodString;
            count: z.ZodInt;
            overdue: z.ZodInt;
            dueAt: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
        feedbackOpen: z.ZodOptional<z.ZodInt>;
        closing: z.ZodOptional<z.ZodObject<{
            state: z.ZodEnum<{
                closed: "closed";
                reopened: "reopened";
            }>;
            at: z.ZodString;
            open: z.ZodInt;
            withReason: z.ZodBoolean;
        }, z.core.$strict>>;
        acknowledged: z.ZodInt;
        open: z.ZodRecord<z.ZodString, z.ZodInt>;
        finished: z.ZodBoolean;
        given: z.ZodInt;
        entered: z.ZodInt;
        complete: z.ZodInt;
        settled: z.ZodInt;
        signed: z.ZodInt;
        format: z.ZodLiteral<"day-report/1">;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        madeAt: z.ZodString;
    }, z.core.$strict>;
    readonly 'signed-day-report': z.ZodObject<{
        format: z.ZodLiteral<"signed-day-report/1">;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        jws: z.ZodUnion<readonly [
            z.ZodString,
            z.ZodObject<{
                payload: z.ZodString;
                protected: z.ZodString;
                header: z.ZodObject<{
                    etsiU: z.ZodArray<z.ZodString>;
                }, z.core.$strict>;
                signature: z.ZodString;
            }, z.core.$strict>
        ]>;
    }, z.core.$strict>;
    readonly 'roll-up': z.ZodObject<{
        district: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        madeAt: z.ZodString;
        rows: z.ZodArray<z.ZodObject<{
            facility: z.ZodString;
            state: z.ZodEnum<{
                "not-vaccinating": "not-vaccinating";
                finished: "finished";
                open: "open";
                silent: "silent";
            }>;
            report: z.ZodOptional<z.ZodObject<{
                sequence: z.ZodOptional<z.ZodInt>;
                byMinutes: z.ZodOptional<z.ZodInt>;
                sent: z.ZodOptional<z.ZodInt>;
                unreadable: z.ZodOptional<z.ZodInt>;
                policy: z.ZodOptional<z.ZodObject<{
                    id: z.ZodString;
                    version: z.ZodString;
                    regime: z.ZodString;
                    unknownSteps: z.ZodInt;
                }, z.core.$strict>>;
                late: z.ZodOptional<z.ZodObject<{
                    ofDay: z.ZodObject<{
                        byMinutes: z.ZodInt;
                        sent: z.ZodInt;
                        acknowledged: z.ZodInt;
                        open: z.ZodRecord<z.ZodString, z.ZodInt>;
                        given: z.ZodInt;
                        entered: z.ZodInt;
                        complete: z.ZodInt;
                        settled: z.ZodInt;
                        signed: z.ZodInt;
                    }, z.core.$strict>;
                    ofEarlierDays: z.ZodObject<{
                        byMinutes: z.ZodInt;
                        sent: z.ZodInt;
                        acknowledged: z.ZodInt;
                        open: z.ZodRecord<z.ZodString, z.ZodInt>;
                        given: z.ZodInt;
                        entered: z.ZodInt;
                        complete: z.ZodInt;
                        settled: z.ZodInt;
                        signed: z.ZodInt;
                    }, z.core.$strict>;
                }, z.core.$strict>>;
                amendments: z.ZodOptional<z.ZodObject<{
                    made: z.ZodInt;
                    signed: z.ZodInt;
                    acknowledged: z.ZodInt;
                }, z.core.$strict>>;
                sessions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    byMinutes: z.ZodInt;
                    sent: z.ZodInt;
                    acknowledged: z.ZodInt;
                    open: z.ZodRecord<z.ZodString, z.ZodInt>;
                    given: z.ZodInt;
                    entered: z.ZodInt;
                    complete: z.ZodInt;
                    settled: z.ZodInt;
                    signed: z.ZodInt;
                    id: z.ZodString;
                }, z.core.$strict>>>;
                vaccinators: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    byMinutes: z.ZodInt;
                    sent: z.ZodInt;
                    acknowledged: z.ZodInt;
                    open: z.ZodRecord<z.ZodString, z.ZodInt>;
                    given: z.ZodInt;
                    entered: z.ZodInt;
                    complete: z.ZodInt;
                    settled: z.ZodInt;
                    signed: z.ZodInt;
                    code: z.ZodString;
                }, z.core.$strict>>>;
                minutes: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    from: z.ZodEnum<{
                        acknowledged: "acknowledged";
                        complete: "complete";
                        entered: "entered";
                        given: "given";
                        settled: "settled";
                        signed: "signed";
                    }>;
                    to: z.ZodEnum<{
                        acknowledged: "acknowledged";
                        complete: "complete";
                        entered: "entered";
                        given: "given";
                        settled: "settled";
                        signed: "signed";
                    }>;
                    count: z.ZodInt;
                    median: z.ZodOptional<z.ZodNumber>;
                }, z.core.$strict>>>;
                deadlines: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    step: z.ZodEnum<{
                        acknowledged: "acknowledged";
                        complete: "complete";
                        entered: "entered";
                        reported: "reported";
                        sent: "sent";
                        settled: "settled";
                        signed: "signed";
                    }>;
                    dueAt: z.ZodOptional<z.ZodString>;
                    minutesLeft: z.ZodOptional<z.ZodInt>;
                    open: z.ZodInt;
                    overdue: z.ZodInt;
                }, z.core.$strict>>>;
                identity: z.ZodOptional<z.ZodObject<{
                    beforeFirstDose: z.ZodInt;
                    afterFirstDose: z.ZodInt;
                    open: z.ZodInt;
                    inTime: z.ZodOptional<z.ZodBoolean>;
                }, z.core.$strict>>;
                next: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    who: z.ZodString;
                    step: z.ZodEnum<{
                        acknowledged: "acknowledged";
                        complete: "complete";
                        entered: "entered";
                        reported: "reported";
                        sent: "sent";
                        settled: "settled";
                        signed: "signed";
                    }>;
                    code: z.ZodString;
                    count: z.ZodInt;
                    overdue: z.ZodInt;
                    dueAt: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>>;
                feedbackOpen: z.ZodOptional<z.ZodInt>;
                closing: z.ZodOptional<z.ZodObject<{
                    state: z.ZodEnum<{
                        closed: "closed";
                        reopened: "reopened";
                    }>;
                    at: z.ZodString;
                    open: z.ZodInt;
                    withReason: z.ZodBoolean;
                }, z.core.$strict>>;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                finished: z.ZodBoolean;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
                format: z.ZodLiteral<"day-report/1">;
                facility: z.ZodString;
                date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                madeAt: z.ZodString;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    readonly problem: z.ZodObject<{
        type: z.ZodString;
        title: z.ZodString;
        status: z.ZodInt;
        code: z.ZodString;
        detail: z.ZodOptional<z.ZodString>;
        sentences: z.ZodOptional<z.ZodObject<{
            vi: z.ZodString;
            en: z.ZodString;
        }, z.core.$strict>>;
        issues: z.ZodOptional<z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            path: z.ZodArray<z.ZodUnion<readonly [
                z.ZodString,
                z.ZodNumber
            ]>>;
        }, z.core.$loose>>>;
        requestId: z.ZodOptional<z.ZodString>;
        current: z.ZodOptional<z.ZodUnknown>;
    }, z.core.$loose>;
};
