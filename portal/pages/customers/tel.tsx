/** A telephone number that can be pressed. */
export const Tel = ({ number }: { readonly number: string }) => (
  <a class="ds-link" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    {number}
  </a>
);
