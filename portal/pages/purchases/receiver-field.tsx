import type { AnswerOf } from '../../api/contract.ts';
import { SelectField } from '../../parts/field.tsx';

type Buying = AnswerOf<'GET /units/{unitId}/buying'>;

/** Whom one may ask, by a value that tells a unit from a provider. */
export const receiversIn = ({ units, providers }: Pick<Buying, 'units' | 'providers'>) => [
  ...units.map(({ id, name, board }) => ({ value: `unit:${id}`, text: `${name}, ${board}` })),
  ...providers.map(({ id, name }) => ({ value: `provider:${id}`, text: name })),
];

/** The chosen one as the API takes it. */
export const receiverIn = (chosen: string): { readonly receivingUnitId?: string; readonly providerId?: string } => {
  const [kind, ...id] = chosen.split(':');
  return kind === 'unit' ? { receivingUnitId: id.join(':') } : { providerId: id.join(':') };
};

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly buying: Buying;
  readonly not?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** Another unit, or a private performer, that the routine lets the unit ask. */
export const ReceiverField = ({ buying, not, ...field }: Props) => (
  <SelectField
    {...field}
    options={[{ value: '', text: '–' }, ...receiversIn(buying).filter(({ value }) => value.split(':')[1] !== not)]}
  />
);
