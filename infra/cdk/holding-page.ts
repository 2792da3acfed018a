/** What stands at the address until the portal's files do; made at synth, so that the front can be tried whole. */
export const holdingPage = (municipality: string): string => `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Utfört</title>
<h1>Utfört</h1>
<p>Här kommer portalen för ${municipality}. Systemet bakom den är igång.</p>
</html>
`;
