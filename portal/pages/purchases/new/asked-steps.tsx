import { useWords } from '../../../app/language.ts';
import { useServices } from '../../../app/use-services.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { DateField, TextArea, TextField } from '../../../parts/field.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import { ExtentFields } from '../extent-fields.tsx';
import { ReceiverField } from '../receiver-field.tsx';
import { askedFor, asksConsidered, helpOf, modeOf } from './purchase-draft.ts';
import type { PurchaseStepProps } from './purchase-step-parts.ts';

/** Another unit, or a private performer (B-32, H-01, M-01). */
export function ReceiverStep({ draft, change, buying, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  return (
    <ReceiverField
      id="new-receivingUnitId"
      label={newPurchase.receiver}
      hint={newPurchase.receiverHint(buying.title)}
      buying={buying}
      error={errorFor('receivingUnitId') ?? errorFor('providerId')}
      value={draft.receiver}
      onValue={(receiver) => change({ receiver })}
    />
  );
}

/** Planned, or such that it could not be (H-02, H-19). */
export function ModeStep({ draft, change, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  return (
    <Choices
      id="new-mode"
      label={newPurchase.mode}
      error={errorFor('mode')}
      value={draft.mode}
      onValue={(mode) => change({ mode, ground: '' })}
      options={(['PLANNED', 'ACUTE'] as const).map((value) => ({
        ...{ value, text: newPurchase.modes[value], hint: newPurchase.modeHint[value] },
      }))}
    />
  );
}

/** In which case, and what is to be done. */
export function HelpStep({ draft, change, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  const catalogue = useServices() ?? [];
  const { services } = draft;
  const error = errorFor('services') ?? errorFor('services-0-code');
  return (
    <>
      <TextField
        id="new-caseNo"
        label={newPurchase.caseNo}
        hint={newPurchase.caseHint}
        width="medium"
        error={errorFor('caseNo')}
        value={draft.caseNo}
        onValue={(caseNo) => change({ caseNo })}
      />
      {catalogue.length === 0 ? (
        <TextField
          id="new-services"
          label={newPurchase.serviceCode}
          width="medium"
          error={error}
          value={services[0] ?? ''}
          onValue={(code) => change({ services: code.trim() === '' ? [] : [code.trim()] })}
        />
      ) : (
        <fieldset id="new-services" class="ds-fieldset" tabIndex={-1}>
          <legend class="ds-label">{newPurchase.services}</legend>
          {error === undefined ? undefined : (
            <p class="ds-validation-message" data-color="danger">
              {error}
            </p>
          )}
          {catalogue.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={`${name} (${code})`}
              checked={services.includes(code)}
              onChecked={(isOn) =>
                change({ services: isOn ? [...services, code] : services.filter((one) => one !== code) })
              }
            />
          ))}
        </fieldset>
      )}
      <TextField
        id="new-linkedOrderId"
        label={newPurchase.linkedOrder}
        hint={newPurchase.linkedOrderHint}
        width="medium"
        optional
        error={errorFor('linkedOrderId')}
        value={draft.linkedOrderId}
        onValue={(linkedOrderId) => change({ linkedOrderId })}
      />
    </>
  );
}

/** How much a month, or a week and on which days. */
export function ExtentStep({ draft, change, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  return (
    <ExtentFields
      id="new-extent"
      say={newPurchase}
      value={draft.extent}
      onValue={(extent) => change({ extent })}
      error={errorFor('extent')}
    />
  );
}

/** From when to when, and when the need of acute help arose. */
export function PeriodStep({ draft, change, buying, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  const isToAsked = askedFor(draft, buying, 'period')?.level === 'BLK';
  return (
    <>
      <DateField
        id="new-from"
        label={newPurchase.from}
        error={errorFor('from')}
        value={draft.from}
        onValue={(from) => change({ from })}
      />
      <DateField
        id="new-to"
        label={newPurchase.to}
        hint={isToAsked ? newPurchase.toAsked : newPurchase.toHint}
        optional={!isToAsked}
        error={errorFor('to')}
        value={draft.to}
        onValue={(to) => change({ to })}
      />
      {modeOf(draft, buying) === 'ACUTE' ? (
        <TimeField
          id="new-arisenAt"
          label={newPurchase.arisenAt}
          error={errorFor('arisenAt')}
          value={draft.arisenAt}
          onValue={(arisenAt) => change({ arisenAt })}
        />
      ) : undefined}
    </>
  );
}

/** Why hours are bought, and what was found before they were: what the routine asks, and no more. */
export function GroundsStep({ draft, change, buying, errorFor }: PurchaseStepProps) {
  const { newPurchase } = useWords();
  const { grounds, asked } = helpOf(draft, buying);
  const asks = (what: Parameters<typeof askedFor>[2]) => askedFor(draft, buying, what) !== undefined;
  const isOptional = (what: Parameters<typeof askedFor>[2]) => askedFor(draft, buying, what)?.level !== 'BLK';
  const options = [
    ...grounds.list.map(({ code, name, rule }) => ({ value: code, text: name, hint: rule })),
    ...(grounds.open ? [{ value: 'OTHER', text: newPurchase.otherGround }] : []),
  ];
  const hasWarned = asked.request.some(({ level }) => level === 'WRN');
  return (
    <>
      <Choices
        id="new-grounds-code"
        label={newPurchase.ground}
        error={errorFor('grounds-code')}
        value={draft.ground || undefined}
        onValue={(ground) => change({ ground })}
        options={options}
      />
      <TextArea
        id="new-grounds-words"
        label={newPurchase.words}
        hint={newPurchase.noNames}
        optional={draft.ground !== 'OTHER'}
        rows={3}
        error={errorFor('grounds-words')}
        value={draft.words}
        onValue={(words) => change({ words })}
      />
      {asksConsidered(draft, buying)
        ? (['relocation', 'callIn'] as const).map((key) => (
            <TextArea
              key={key}
              id={`new-grounds-considered-${key}`}
              label={newPurchase[key]}
              hint={newPurchase.noNames}
              optional
              rows={2}
              error={errorFor(`grounds-considered-${key}`)}
              value={draft[key]}
              onValue={(text) => change({ [key]: text })}
            />
          ))
        : undefined}
      {asks('own-staffing-excluded') ? (
        <TimeField
          id="new-grounds-ownStaffingExcludedAt"
          label={newPurchase.excludedAt}
          hint={newPurchase.excludedHint}
          optional={isOptional('own-staffing-excluded')}
          error={errorFor('grounds-ownStaffingExcludedAt')}
          value={draft.excludedAt}
          onValue={(excludedAt) => change({ excludedAt })}
        />
      ) : undefined}
      {asks('no-employable-relative') ? (
        <TextArea
          id="new-grounds-noEmployableRelative"
          label={newPurchase.relative}
          hint={newPurchase.noNames}
          optional={isOptional('no-employable-relative')}
          rows={2}
          error={errorFor('grounds-noEmployableRelative')}
          value={draft.relative}
          onValue={(relative) => change({ relative })}
        />
      ) : undefined}
      {asks('point-intervention') ? (
        <Choices
          id="new-grounds-kind"
          label={newPurchase.kind}
          error={errorFor('grounds-kind')}
          value={draft.kind}
          onValue={(kind) => change({ kind })}
          options={(['POINT', 'OTHER'] as const).map((value) => ({ value, text: newPurchase.kinds[value] }))}
        />
      ) : undefined}
      {asks('care-only') ? (
        <Checkbox
          label={newPurchase.careOnly}
          checked={draft.careOnly}
          onChecked={(careOnly) => change({ careOnly })}
        />
      ) : undefined}
      {hasWarned ? (
        <TextArea
          id="new-reason"
          label={newPurchase.reason}
          hint={newPurchase.reasonHint}
          optional
          rows={2}
          error={errorFor('reason')}
          value={draft.reason}
          onValue={(reason) => change({ reason })}
        />
      ) : undefined}
      <h2>{newPurchase.asked}</h2>
      <ul class="why" lang="sv">
        {asked.request.map(({ what, rule, level }) => (
          <ConditionLine key={what} what={what} rule={rule} level={level} />
        ))}
      </ul>
    </>
  );
}

function ConditionLine({
  what,
  rule,
  level,
}: Pick<ReturnType<typeof helpOf>['asked']['request'][number], 'what' | 'rule' | 'level'>) {
  const { newPurchase, purchaseParts } = useWords();
  return (
    <li>
      {purchaseParts.conditions[what]} ({newPurchase.levels[level]}) <span class="rule">{rule}</span>
    </li>
  );
}
