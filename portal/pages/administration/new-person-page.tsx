import { useWords } from '../../app/language.ts';
import { goTo, hrefOf } from '../../app/router.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Back } from './crumb.tsx';
import { PersonForm } from './person-form.tsx';

/** Somebody is taken in. */
export function NewPersonPage() {
  const { staff } = useWords().administration;
  return (
    <>
      <Back href="#/administration/personal" text={staff.title} />
      <PageHead title={staff.newTitle} lead={staff.newLead} />
      <div class="card thread">
        <PersonForm
          held={[]}
          onDone={(userId) => goTo(hrefOf('/administration/personal/:id', { id: userId }), 'replace')}
        />
      </div>
    </>
  );
}
