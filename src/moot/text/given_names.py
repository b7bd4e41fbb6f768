"""Given names that are common in several languages: enough of them tell which side of a comma is the family's."""

from __future__ import annotations

from moot.text.lexicon import lexicon

ONLY_GIVEN = lexicon("""
    agnieszka aisha alain alberto alejandro alenka alessandra alessandro alex alice amanda amina amy ana andrea
    andrew andrzej andré anil anita anja ann anna anne anneke antonio antónio antônio ashley astrid barbara beatriz
    begoña ben bengt bernadette beth betty bob brenda brigitte camille carla carlos carlota carmen carol caroline
    catherine cecilia charlotte chiara chloe chris christina christine christopher claire clara claudia cláudia
    consuelo cynthia cécile céline dan daniela dave deborah delphine diana diego dieter dolores donald donna dorothy
    eduardo elena elias elisa elisabeth elizabeth ellen emily emma enrique eric erik erika esteban ethan eva ewa
    fabien fatima federica federico felipe fernanda fernando florian flávio francesco françois friedrich fátima
    gabriel gabriela gary georg gerhard giorgio giovanni giulia giuseppe gonzalo goran greta guillaume guillermo
    gustav günter hannah hans heather heinrich helen helena helmut henri héctor hélène ian ines ingmar ingrid inés
    inês irene irina isabel ivan ivana jacqueline jan jana jane janet jason javier jean jeffrey jennifer jens jerry
    jessica jesús jim jiří joan joana joaquín joe johan johann johannes jonathan jorge joris jose josé joão juan
    judith judy jules julia juliana julie julien justin jérôme jörg jürgen kai karen karin karl katarina kate
    katherine kathleen katja kevin klaus kristina krzysztof kyle larry lars laura lea leila leonardo liam linda lisa
    louise luc luca lucia luciana lucie lucy lucía luigi luis luisa luiz luka luís magdalena manfred manuel manuela
    marcel marek margaret margarita maria mariana marie marieke marina marta martha martina mary maría massimo matej
    mathieu matteo matthew matthias maurice max małgorzata megan mehmet mercedes mia michelle mike milan monica
    monika moritz mustafa márcia márcio mônica nadia nancy natalia natalie nathalie nathan nejc nicholas nicole nils
    nina noah nora odile ole olena olga olivia pablo pamela paola paolo patricia paula paulo pavel pedro petr petra
    pieter pietro pilar piotr priya rachel rafael raj ralf raquel rebecca renata ricardo riccardo roberta roberto
    rocío rodrigo rogério ronald rosa rosario rubén sandra sanjay sara sarah sergio shirley silvia silvio simone
    sofia sonia sophia sophie stefania stefano stephanie steve susan susanne sven sylvie sébastien sérgio sílvia
    søren tatiana teresa theodor theresa thierry thérèse timothy tobias tomasz tomás tomáš tony ulrich ursula ute
    uwe valentina valérie vera veronica vesna victoria vinícius virginia vittorio véronique willem ximena yasmin
    yves zoe zoran álvaro ángel élise émilie étienne
""")
"""No common names of families, written small."""
GIVEN_OR_FAMILY = lexicon("""
    adam ahmed alan albert alexander alfred ali allan andreas arthur austin benjamin bernard blake brian charles
    christian claude daniel david dean dennis dominique dylan edward emil felix frances francis francisco franco
    frank franz frederick george gerard grace gregory hassan henry hugo ibrahim jack jacob jacques james john jonas
    josef joseph kelly ken kenneth laurent lee leon lewis lorenzo louis lucas ludwig lukas magnus marc marco mario
    mark martin mateo michael michel miguel mohamed mohammed nicolas oliver olivier omar oscar otto owen pascal
    patrick paul peter philip philippe pierre ralph ramón raymond richard robert roger roland rose ruth scott
    sebastian simon stefan stephan stephen steven thomas tim tom tomas vicente victor vincent walter werner wilhelm
    william wolfgang xavier
""")
"""Names of families too."""
