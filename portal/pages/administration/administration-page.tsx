import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { speaking } from '../../app/language.ts';
import { PageLost } from '../../app/page-lost.tsx';
import type { RoomProps } from './room-props.ts';
import { SetupPage } from './setup-page.tsx';

type Room = () => Promise<ComponentType<RoomProps>>;

/** Each room is fetched when somebody comes to it: of a kind of thing, or of one of them. */
const rooms: Readonly<Record<string, Room>> = {
  kommun: speaking('parties', async () => (await import('./municipality-page.tsx')).MunicipalityPage),
  'las-in': async () => (await import('./read-in-page.tsx')).ReadInPage,
  'inlasning/:id': async () => (await import('./import-page.tsx')).ImportPage,
  insatser: async () => (await import('./catalogue-page.tsx')).CataloguePage,
  rutin: async () => (await import('./parameters-page.tsx')).ParametersPage,
  utforare: async () => (await import('./providers-page.tsx')).ProvidersPage,
  'utforare/ny': speaking('parties', async () => (await import('./provider-form-page.tsx')).ProviderFormPage),
  'utforare/:id': async () => (await import('./provider-page.tsx')).ProviderPage,
  'andra-utforare/:id': speaking('parties', async () => (await import('./provider-form-page.tsx')).ProviderFormPage),
  personal: async () => (await import('./staff-page.tsx')).StaffPage,
  'personal/ny': speaking('parties', async () => (await import('./new-person-page.tsx')).NewPersonPage),
  'personal/:id': speaking('parties', async () => (await import('./person-page.tsx')).PersonPage),
  enheter: async () => (await import('./units-page.tsx')).UnitsPage,
  'arenden/:id': async () => (await import('./caseload-page.tsx')).CaseloadPage,
  'ej-verkstallda': speaking('fees', async () => (await import('../figures/figures-page.tsx')).UnexecutedPage),
  stallforetradare: async () => (await import('./deputies-page.tsx')).DeputiesPage,
};

/** The room of a path; the first page for a path that is no room's. */
const roomOf = (room = '', id = ''): Room | undefined => {
  const names = id === '' ? [room] : [`${room}/${id}`, `${room}/:id`];
  const found = names.find((name) => Object.hasOwn(rooms, name));
  return found === undefined ? undefined : rooms[found];
};

type Props = { readonly params: unknown; readonly query: URLSearchParams };

/** The administration: its first page, or one of its rooms. */
export function AdministrationPage({ params, query }: Props) {
  // Three paths lead here, and the shortest names neither.
  const { room, id = '' } = (params ?? {}) as { readonly room?: string; readonly id?: string };
  const [found, setFound] = useState<{ readonly Room: ComponentType<RoomProps> }>();
  const [isLost, setLost] = useState(false);
  const load = roomOf(room, id);
  async function fetchIt(): Promise<boolean> {
    try {
      const Room = await load?.();
      if (Room) setFound({ Room });
      setLost(false);
      return true;
    } catch {
      setLost(true);
      return false;
    }
  }
  useEffect(() => {
    fetchIt();
  }, []);
  if (!load) return <SetupPage />;
  if (isLost) return <PageLost again={fetchIt} />;
  return found ? <found.Room id={id} query={query} /> : <div class="waiting" />;
}
