import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { PageProps } from '../../app/router.ts';
import { PageHead } from '../../parts/page-head.tsx';

/** What stands beside the purchases themselves; who may do what there, the API says. */
const rooms = {
  underlag: lazily(async () => (await import('./basis/bases-page.tsx')).BasesPage),
  bokforing: lazily(async () => (await import('./basis/bookings-page.tsx')).BookingsPage),
  moten: lazily(async () => (await import('./meetings/meetings-page.tsx')).MeetingsPage),
} as const;
const isRoom = (name: string): name is keyof typeof rooms => name in rooms;

/** The months' bases, what has been booked, and the meetings of units. */
export function PurchaseRoomsPage({ params: { room }, query }: PageProps<'/kop/sidor/:room'>) {
  const { shell } = useWords();
  if (!isRoom(room)) return <PageHead title={shell.notFound} lead={shell.notFoundText} />;
  const Room = rooms[room];
  return <Room key={room} params={{}} query={query} />;
}
