"""A small pile, read by hand: an agency, a paper that relays it, a page that was refused."""

import hashlib
from datetime import date

from headwater.model import (
    Actor,
    ActorKind,
    Alias,
    Article,
    ArticleFindings,
    ArticleKind,
    Basis,
    Caveat,
    ChainLink,
    Claim,
    Commitment,
    CommitmentKind,
    Contradiction,
    Credit,
    Derivation,
    DerivationKind,
    Drift,
    DriftKind,
    Event,
    Evidence,
    Hedge,
    Independence,
    LinkKind,
    Member,
    Mention,
    MentionKind,
    Modality,
    Origin,
    OriginKind,
    Page,
    PageFindings,
    PageRun,
    PageStatus,
    Polarity,
    Quantity,
    QuoteKind,
    Relation,
    Report,
    Role,
    Span,
    Statement,
    Story,
    Strength,
    Voice,
    Zone,
    ZoneKind,
    digest,
)
from headwater.model.links import Links

AGENCY = "The Velden agency: two piers were shut at Port Maren, the harbour master said."
PAPER = (
    "Piers shut <script>alert('pier')</script>\n"
    "At least two piers are closed in Port Maren, “for months”, Velden reports."
)


def page(name: str, content: str, **given: object) -> Page:
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return Page(
        **{
            "id": sha256[:16],
            "name": name,
            "names": (name,),
            "url": None,
            "sha256": sha256,
            "size": len(content.encode()),
            "format": "text",
            "encoding": "utf-8",
            "status": PageStatus.READ,
            "reason": None,
        }
        | given
    )


def refused(name: str) -> PageFindings:
    return PageFindings(
        page=page(
            name,
            "",
            id=digest(name),
            sha256=None,
            status=PageStatus.REFUSED,
            reason="is <b>empty</b>",
        )
    )


def article(of: Page, text: str, outlet: str, title: str | None = None) -> Article:
    return Article(
        id=digest("article", of.id),
        page_id=of.id,
        kind=ArticleKind.ARTICLE,
        title=title,
        outlet=f"outlet/{outlet.lower()}",
        outlet_name=outlet,
        outlet_evidence="given",
        byline=None,
        dateline=None,
        credits=(Credit(name="Velden", words="(Velden)"),),
        published_from=date(2031, 5, 4),
        published_to=date(2031, 5, 5),
        date_evidence="given",
        text=text,
        zones=(Zone(start=0, end=len(text), kind=ZoneKind.BODY),),
        page_spans=(PageRun(article_start=0, page_start=3, length=len(text)),),
        anchors=(),
        language="en",
        incomplete=False,
    )


def statement(of: Article, words: str, *speakers: tuple[str, LinkKind, Basis]) -> Statement:
    start = of.text.index(words)
    content = Span(start=start, end=start + len(words), text=words)
    outlet = (of.outlet_name or "?", LinkKind.OUTLET, Basis.PAGE)
    chain = tuple(
        ChainLink(
            position=i, actor_id=digest(name), name=name, kind=kind, basis=basis, text=name
        )
        for i, (name, kind, basis) in enumerate((outlet, *speakers))
    )
    return Statement(
        id=digest("statement", of.id, start),
        article_id=of.id,
        source=(),
        cue=(),
        content=(content,),
        quote_kind=QuoteKind.INDIRECT,
        voice=Voice.ATTRIBUTED,
        chain=chain,
        depth=len(chain) - 1,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
        hedges=(Hedge(start=start, end=start + 2, text=words[:2], kind="epistemic"),),
        addressee=None,
        channel=None,
        nested_in=None,
        carrier=content,
        warnings=(Caveat(kind="look", why="because"),),
        reasons=("by hand",),
    )


def full(of: Article, said: Statement) -> ArticleFindings:
    """One finding of every kind."""
    place = {"start": 0, "end": 3, "text": of.text[:3]}
    key = of.id
    span = Span(start=0, end=3, text=of.text[:3])
    return ArticleFindings(
        article=of,
        statements=(said,),
        mentions=(
            Mention(
                id=digest("m", key),
                article_id=key,
                actor_id="place/port-maren",
                type=ActorKind.PLACE,
                kind=MentionKind.NAME,
                **place,
            ),
        ),
        relations=(
            Relation(
                id=digest("r", key),
                subject="a",
                kind="leads",
                object="b",
                modality="asserted",
                article_id=key,
                **place,
            ),
        ),
        events=(
            Event(
                id=digest("e", key),
                article_id=key,
                type="CLOSE",
                mode=None,
                cameo="17",
                contexts=("economic",),
                actors=("a",),
                recipients=(),
                actor_words=(span,),
                recipient_words=(),
                place="Port Maren",
                when=None,
                from_="2031-05-04",
                to=None,
                status="reported",
                statement_id=said.id,
                same_as=None,
                sure=0.99,
                reasons=("type CLOSE: engine",),
                **place,
            ),
        ),
        commitments=(
            Commitment(
                id=digest("c", key),
                article_id=key,
                issuer=None,
                on_behalf_of=None,
                kind=CommitmentKind.WARNING,
                trigger=None,
                consequence=span,
                trigger_role=None,
                strength=Strength.STATED,
                target=("b",),
                beneficiary=("a",),
                deadline=None,
                hedges=(),
                state=None,
                statement_id=said.id,
                same_as=None,
            ),
        ),
        quantities=(
            Quantity(
                id=digest("q", key),
                article_id=key,
                value=2.0,
                low=2.0,
                high=None,
                bound="exact",
                unit="piers",
                counted="piers shut",
                as_of=None,
                **place,
            ),
        ),
        vectors=(b"\x01\x02\x03\x04",),
    )


def agency_page() -> PageFindings:
    held = page("a/agency.txt", AGENCY)
    text = article(held, AGENCY, "Velden")
    master = ("harbour master", LinkKind.PERSON, Basis.EXPLICIT)
    said = statement(text, "two piers were shut at Port Maren", master)
    return PageFindings(page=held, articles=(full(text, said),))


def paper_page() -> PageFindings:
    held = page("b/paper.html", PAPER)
    text = article(held, PAPER, "Courier", title=PAPER.split("\n", maxsplit=1)[0])
    velden = ("Velden", LinkKind.AGENCY, Basis.EXPLICIT)
    hidden = ("two <i>tired</i> sources", LinkKind.UNNAMED, Basis.INFERRED)
    said = statement(text, "At least two piers are closed in Port Maren", velden, hidden)
    return PageFindings(page=held, articles=(full(text, said),))


def pile() -> tuple[PageFindings, ...]:
    return agency_page(), paper_page(), refused("c/empty.txt")


def many(count: int) -> tuple[PageFindings, ...]:
    """As many pages as you like, each with one article and one statement."""
    made = []
    for n in range(count):
        words = f"pier number {n} of Port Maren is shut"
        held = page(f"{n:04}.txt", f"Velden reports that {words}. " * 20)
        text = article(held, f"Velden reports that {words}. " * 20, "Courier")
        said = statement(text, words, ("Velden", LinkKind.AGENCY, Basis.EXPLICIT))
        made.append(PageFindings(page=held, articles=(full(text, said),)))
    return tuple(made)


def member(of: Statement) -> Member:
    span = of.content[0]
    return Member(statement_id=of.id, start=span.start, end=span.end, text=span.text)


def links() -> Links:
    agency, paper = (found.articles[0] for found in (agency_page(), paper_page()))
    said = (agency.statements[0], paper.statements[0])
    articles = tuple(sorted((agency.article.id, paper.article.id)))
    held = Report(
        id="report-velden",
        outlet="outlet/velden",
        outlet_name="Velden",
        published_from=date(2031, 5, 4),
        published_to=None,
        article_id=agency.article.id,
        cited_by=(paper.article.id,),
    )
    ghost = Report(
        id="report-ghost",
        outlet=None,
        outlet_name="Marenpost",
        published_from=None,
        published_to=None,
        article_id=None,
        cited_by=(paper.article.id,),
    )
    master = Origin(id="master", name="harbour master", kind=OriginKind.SPEAKER, held=True)
    claim = Claim(
        id="claim-piers",
        text="two piers were shut at Port Maren",
        members=tuple(member(s) for s in said),
        statement_ids=tuple(s.id for s in said),
        article_ids=articles,
        origins=(master,),
        independent=Independence(low=1, high=2),
        circular=False,
        digit=3,
        reasons=("both rest on the harbour master",),
    )
    lone = Claim(
        id="claim-months",
        text="it may take months",
        members=(member(said[1]),),
        statement_ids=(said[1].id,),
        article_ids=(paper.article.id,),
        origins=(
            Origin(id="x", name="two tired sources", kind=OriginKind.UNNAMED, held=False),
        ),
        independent=Independence(low=0, high=1),
        circular=True,
        digit=None,
        reasons=(),
    )
    return Links(
        actors=(
            Actor(
                id="place/port-maren",
                name="Port Maren",
                type=ActorKind.PLACE,
                aliases=(Alias(name="Marenhaven", seen_in=agency.article.id),),
                roles=(Role(title="port", organisation="place/x", from_="1890", to=None),),
            ),
        ),
        stories=(Story(id="story-piers", article_ids=articles),),
        reports=(held, ghost),
        claims=(claim, lone),
        derivations=(
            Derivation(
                id="derivation",
                article_id=paper.article.id,
                upstream_article_id=agency.article.id,
                upstream_report_id=held.id,
                upstream_name="Velden",
                kind=DerivationKind.CITES,
                basis="named",
                evidence=(
                    Evidence(
                        start=PAPER.index("Velden"),
                        end=PAPER.index("Velden") + 14,
                        text="Velden reports",
                        why="names the agency",
                    ),
                ),
            ),
        ),
        drifts=(
            Drift(
                id="drift",
                claim_id=claim.id,
                from_statement=said[0].id,
                to_statement=said[1].id,
                kind=DriftKind.NUMBER_CHANGED,
                from_text="two piers",
                to_text="At least two piers",
            ),
        ),
        contradictions=(
            Contradiction(
                id="contradiction",
                claim_id=claim.id,
                statement_ids=tuple(s.id for s in said),
                kind="number",
                why="two, or more than two",
                against=(said[1].id,),
            ),
        ),
    )
