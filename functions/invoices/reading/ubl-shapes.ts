/**
 * What UBL 2.1 lets stand in each element that an invoice by Peppol BIS Billing 3 is made of, in that order: `>` is an
 * element with others in it, `?` at most one, `*` any number, `+` at least one, else exactly one. From OASIS' schemas.
 */
const head =
  'UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID CopyIndicator? UUID? IssueDate IssueTime?';
const currencies =
  'DocumentCurrencyCode? TaxCurrencyCode? PricingCurrencyCode? PaymentCurrencyCode? PaymentAlternativeCurrencyCode?' +
  ' AccountingCostCode? AccountingCost? LineCountNumeric? BuyerReference? >InvoicePeriod* >OrderReference?' +
  ' >BillingReference* >DespatchDocumentReference* >ReceiptDocumentReference*';
const parties =
  '>AccountingSupplierParty >AccountingCustomerParty >PayeeParty? >BuyerCustomerParty? >SellerSupplierParty?' +
  ' >TaxRepresentativeParty? >Delivery* >PaymentMeans* >PaymentTerms* >AllowanceCharge* >TaxTotal*';
const line =
  'TaxPointDate? AccountingCostCode? AccountingCost? PaymentPurposeCode? FreeOfChargeIndicator? >InvoicePeriod*' +
  ' >OrderLineReference* >DespatchLineReference* >ReceiptLineReference* >BillingReference* >DocumentReference*' +
  ' >OriginatorParty? >Delivery* >PaymentTerms*';

const kinds = {
  Invoice:
    `${head} DueDate? InvoiceTypeCode? Note* TaxPointDate? ${currencies} >StatementDocumentReference*` +
    ` >OriginatorDocumentReference* >ContractDocumentReference* >AdditionalDocumentReference* >ProjectReference*` +
    ` ${parties} >WithholdingTaxTotal* >LegalMonetaryTotal >InvoiceLine+`,
  CreditNote:
    `${head} TaxPointDate? CreditNoteTypeCode? Note* ${currencies} >ContractDocumentReference*` +
    ` >AdditionalDocumentReference* >StatementDocumentReference* >OriginatorDocumentReference* ${parties}` +
    ' >LegalMonetaryTotal >CreditNoteLine+',
  Period: 'StartDate? StartTime? EndDate? EndTime? DurationMeasure? DescriptionCode* Description*',
  OrderReference:
    'ID SalesOrderID? CopyIndicator? UUID? IssueDate? IssueTime? CustomerReference? OrderTypeCode? >DocumentReference?',
  BillingReference:
    '>InvoiceDocumentReference? >SelfBilledInvoiceDocumentReference? >CreditNoteDocumentReference?' +
    ' >SelfBilledCreditNoteDocumentReference? >DebitNoteDocumentReference? >ReminderDocumentReference?' +
    ' >AdditionalDocumentReference?',
  DocumentReference:
    'ID CopyIndicator? UUID? IssueDate? IssueTime? DocumentTypeCode? DocumentType? XPath* LanguageID? LocaleCode?' +
    ' VersionID? DocumentStatusCode? DocumentDescription* >Attachment? >ValidityPeriod? >IssuerParty?',
  Attachment: 'EmbeddedDocumentBinaryObject? >ExternalReference?',
  ExternalReference:
    'URI? DocumentHash? HashAlgorithmMethod? ExpiryDate? ExpiryTime? MimeCode? FormatCode? EncodingCode?' +
    ' CharacterSetCode? FileName? Description*',
  ProjectReference: 'ID UUID? IssueDate?',
  SupplierParty:
    'CustomerAssignedAccountID? AdditionalAccountID* DataSendingCapability? >Party? >DespatchContact?' +
    ' >AccountingContact? >SellerContact?',
  CustomerParty:
    'CustomerAssignedAccountID? SupplierAssignedAccountID? AdditionalAccountID* >Party? >DeliveryContact?' +
    ' >AccountingContact? >BuyerContact?',
  Party:
    'MarkCareIndicator? MarkAttentionIndicator? WebsiteURI? LogoReferenceID? EndpointID? IndustryClassificationCode?' +
    ' >PartyIdentification* >PartyName* >PostalAddress? >PhysicalLocation? >PartyTaxScheme* >PartyLegalEntity*' +
    ' >Contact? >AgentParty? >FinancialAccount?',
  PartyIdentification: 'ID',
  PartyName: 'Name',
  Address:
    'ID? AddressTypeCode? AddressFormatCode? Postbox? Floor? Room? StreetName? AdditionalStreetName? BlockName?' +
    ' BuildingName? BuildingNumber? InhouseMail? Department? MarkAttention? MarkCare? PlotIdentification?' +
    ' CitySubdivisionName? CityName? PostalZone? CountrySubentity? CountrySubentityCode? Region? District?' +
    ' TimezoneOffset? >AddressLine* >Country?',
  AddressLine: 'Line',
  Country: 'IdentificationCode? Name?',
  PartyTaxScheme:
    'RegistrationName? CompanyID? TaxLevelCode? ExemptionReasonCode? ExemptionReason* >RegistrationAddress? >TaxScheme',
  TaxScheme: 'ID? Name? TaxTypeCode? CurrencyCode? >JurisdictionRegionAddress*',
  PartyLegalEntity:
    'RegistrationName? CompanyID? RegistrationDate? RegistrationExpirationDate? CompanyLegalFormCode?' +
    ' CompanyLegalForm? SoleProprietorshipIndicator? CompanyLiquidationStatusCode? CorporateStockAmount?' +
    ' FullyPaidSharesIndicator? >RegistrationAddress? >HeadOfficeParty?',
  Contact: 'ID? Name? Telephone? Telefax? ElectronicMail? Note*',
  Delivery:
    'ID? Quantity? MinimumQuantity? MaximumQuantity? ActualDeliveryDate? ActualDeliveryTime? LatestDeliveryDate?' +
    ' LatestDeliveryTime? ReleaseID? TrackingID? >DeliveryAddress? >DeliveryLocation? >AlternativeDeliveryLocation?' +
    ' >RequestedDeliveryPeriod? >PromisedDeliveryPeriod? >EstimatedDeliveryPeriod? >CarrierParty? >DeliveryParty?' +
    ' >NotifyParty*',
  Location:
    'ID? Description* Conditions* CountrySubentity? CountrySubentityCode? LocationTypeCode? InformationURI? Name?' +
    ' >ValidityPeriod* >Address? >SubsidiaryLocation*',
  PaymentMeans:
    'ID? PaymentMeansCode PaymentDueDate? PaymentChannelCode? InstructionID? InstructionNote* PaymentID* >CardAccount?' +
    ' >PayerFinancialAccount? >PayeeFinancialAccount? >PaymentMandate?',
  CardAccount:
    'PrimaryAccountNumberID NetworkID CardTypeCode? ValidityStartDate? ExpiryDate? IssuerID? IssueNumberID? CV2ID?' +
    ' CardChipCode? ChipApplicationID? HolderName?',
  FinancialAccount:
    'ID? Name? AliasName? AccountTypeCode? AccountFormatCode? CurrencyCode? PaymentNote* >FinancialInstitutionBranch?' +
    ' >Country?',
  Branch: 'ID? Name? >Address?',
  PaymentMandate:
    'ID? MandateTypeCode? MaximumPaymentInstructionsNumeric? MaximumPaidAmount? SignatureID? >PayerParty?' +
    ' >PayerFinancialAccount? >ValidityPeriod? >PaymentReversalPeriod?',
  PaymentTerms:
    'ID? PaymentMeansID* PrepaidPaymentReferenceID? Note* ReferenceEventCode? SettlementDiscountPercent?' +
    ' PenaltySurchargePercent? PaymentPercent? Amount? SettlementDiscountAmount? PenaltyAmount?' +
    ' PaymentTermsDetailsURI? PaymentDueDate? InstallmentDueDate? InvoicingPartyReference? >SettlementPeriod?' +
    ' >PenaltyPeriod? >ValidityPeriod?',
  AllowanceCharge:
    'ID? ChargeIndicator AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric? PrepaidIndicator?' +
    ' SequenceNumeric? Amount BaseAmount? AccountingCostCode? AccountingCost? PerUnitAmount? >TaxCategory* >TaxTotal?' +
    ' >PaymentMeans*',
  TaxCategory:
    'ID? Name? Percent? BaseUnitMeasure? PerUnitAmount? TaxExemptionReasonCode? TaxExemptionReason* TierRange?' +
    ' TierRatePercent? >TaxScheme',
  TaxTotal: 'TaxAmount RoundingAmount? TaxEvidenceIndicator? TaxIncludedIndicator? >TaxSubtotal*',
  TaxSubtotal:
    'TaxableAmount? TaxAmount CalculationSequenceNumeric? TransactionCurrencyTaxAmount? Percent? BaseUnitMeasure?' +
    ' PerUnitAmount? TierRange? TierRatePercent? >TaxCategory',
  MonetaryTotal:
    'LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount?' +
    ' PrepaidAmount? PayableRoundingAmount? PayableAmount PayableAlternativeAmount?',
  InvoiceLine:
    `ID UUID? Note* InvoicedQuantity? LineExtensionAmount ${line} >AllowanceCharge* >TaxTotal* >WithholdingTaxTotal*` +
    ' >Item >Price? >SubInvoiceLine*',
  CreditNoteLine:
    `ID UUID? Note* CreditedQuantity? LineExtensionAmount? ${line} >TaxTotal* >AllowanceCharge* >Item? >Price?` +
    ' >SubCreditNoteLine*',
  OrderLineReference: 'LineID SalesOrderLineID? UUID? LineStatusCode? >OrderReference?',
  LineReference: 'LineID UUID? LineStatusCode? >DocumentReference?',
  Item:
    'Description* PackQuantity? PackSizeNumeric? CatalogueIndicator? Name? HazardousRiskIndicator?' +
    ' AdditionalInformation* Keyword* BrandName* ModelName* >BuyersItemIdentification? >SellersItemIdentification?' +
    ' >ManufacturersItemIdentification* >StandardItemIdentification? >CatalogueItemIdentification?' +
    ' >AdditionalItemIdentification* >CatalogueDocumentReference? >ItemSpecificationDocumentReference*' +
    ' >OriginCountry? >CommodityClassification* >ClassifiedTaxCategory* >AdditionalItemProperty* >ManufacturerParty*' +
    ' >InformationContentProviderParty? >OriginAddress*',
  ItemIdentification: 'ID ExtendedID? BarcodeSymbologyID? >IssuerParty?',
  CommodityClassification: 'NatureCode? CargoTypeCode? CommodityCode? ItemClassificationCode?',
  ItemProperty:
    'ID? Name NameCode? TestMethod? Value? ValueQuantity? ValueQualifier* ImportanceCode? ListValue* >UsabilityPeriod?',
  Price:
    'PriceAmount BaseQuantity? PriceChangeReason* PriceTypeCode? PriceType? OrderableUnitFactorRate? >ValidityPeriod*' +
    ' >AllowanceCharge*',
} as const;

type Kind = keyof typeof kinds;

/** Of which kind an element is whose name is not its kind's: by how its name ends. */
const endings: readonly (readonly [ending: RegExp, kind: Kind])[] = [
  [/^SubInvoiceLine$/, 'InvoiceLine'],
  [/^SubCreditNoteLine$/, 'CreditNoteLine'],
  [/^(?:Despatch|Receipt)LineReference$/, 'LineReference'],
  [/^(?:AccountingSupplier|SellerSupplier)Party$/, 'SupplierParty'],
  [/^(?:AccountingCustomer|BuyerCustomer)Party$/, 'CustomerParty'],
  [/DocumentReference$/, 'DocumentReference'],
  [/ItemIdentification$/, 'ItemIdentification'],
  [/ItemProperty$/, 'ItemProperty'],
  [/FinancialAccount$/, 'FinancialAccount'],
  [/^FinancialInstitutionBranch$/, 'Branch'],
  [/TaxCategory$/, 'TaxCategory'],
  [/TaxTotal$/, 'TaxTotal'],
  [/^LegalMonetaryTotal$/, 'MonetaryTotal'],
  [/Location$/, 'Location'],
  [/Address$/, 'Address'],
  [/Contact$/, 'Contact'],
  [/Country$/, 'Country'],
  [/Period$/, 'Period'],
  [/Party$/, 'Party'],
];

/** One place in an element's order: what may stand there, and how often. */
export type Slot = { readonly name: string; readonly least: 0 | 1; readonly isMany: boolean };

const slotOf = (written: string): Slot => {
  const [, deep = '', name = '', often = ''] = /^(>?)(\w+)([?*+]?)$/.exec(written) ?? [];
  const least = often === '' || often === '+' ? 1 : 0;
  return { name: `${deep === '' ? 'cbc' : 'cac'}:${name}`, least, isMany: often === '*' || often === '+' };
};

const slots = new Map(Object.entries(kinds).map(([kind, order]) => [kind, order.split(' ').map(slotOf)]));

/** The order of what may stand in an element of that name; undefined for an element that has text alone. */
export function slotsIn(name: string): readonly Slot[] | undefined {
  const local = name.replace(/^cac:/, '');
  return slots.get(local) ?? slots.get(endings.find(([ending]) => ending.test(local))?.[1] ?? '');
}

const names = new Set([...slots.values()].flatMap((all) => all.map(({ name }) => name)));

/** Whether a name is one that UBL gives to a part of an invoice, so that it says nothing about anyone. */
export const isUblName = (name: string): boolean => names.has(name) || name === 'Invoice' || name === 'CreditNote';
